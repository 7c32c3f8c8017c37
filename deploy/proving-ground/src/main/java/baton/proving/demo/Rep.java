package baton.proving.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody on the roster.
 *
 * @param capacity open leads held at most; what is open from an earlier demo comes on top
 * @param dailyCap leads given at most on one day, or null
 * @param pools with weights
 */
record Rep(
    String name,
    Team team,
    Habit habit,
    Shift shift,
    boolean onLeave,
    int capacity,
    Integer dailyCap,
    Map<String, Integer> pools) {

  /** The system in which reps have external ids. */
  static final String CRM = "demo-crm";

  Rep {
    pools = Map.copyOf(pools);
  }

  /** The same each time. */
  UUID id() {
    return UUID.nameUUIDFromBytes(("baton demo " + name).getBytes(StandardCharsets.UTF_8));
  }

  /** The id in the CRM. */
  String externalId() {
    return name.toLowerCase(Locale.ROOT).replace(' ', '.');
  }

  Rep onShift(Shift other) {
    return new Rep(name, team, habit, other, onLeave, capacity, dailyCap, pools);
  }

  /**
   * As the roster takes it.
   *
   * @param open leads held already
   */
  Map<String, Object> entry(Instant now, int open) {
    Map<String, Object> entry = new HashMap<>();
    entry.put("name", name);
    entry.put("email", externalId() + "@sales.example");
    entry.put("team", team.title());
    entry.put("zone", team.zone());
    entry.put("workingHours", shift.blocks(now, team.zone()));
    entry.put("absences", onLeave ? Shift.leave(now, team.zone()) : List.of());
    entry.put("active", true);
    entry.put("capacity", capacity + open);
    if (dailyCap != null) {
      entry.put("dailyCap", dailyCap);
    }
    entry.put("externalIds", Map.of(CRM, externalId()));
    entry.put("pools", pools);
    return entry;
  }
}
