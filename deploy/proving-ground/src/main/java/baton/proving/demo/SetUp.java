package baton.proving.demo;

import baton.proving.doors.Answer;
import baton.proving.doors.Call;
import baton.proving.doors.Doors;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Sets up who sells and who gets what, through the doors, as people would before the day begins.
 * Done again it changes nothing but the hours, which lie around the present.
 */
final class SetUp {

  private static final String MANAGER = "manager";
  private static final String ROUTING = "/api/routing/v1/";

  private final Doors doors;
  private final Instant now;

  SetUp(Doors doors, Instant now) {
    this.doors = doors;
    this.now = now;
  }

  /** Pools, roster, accounts and rules. */
  void all() {
    pools();
    roster();
    accounts();
    doors.send(Call.put(MANAGER, ROUTING + "routing-rules", Pool.rules()));
  }

  /** The rep as from now on. */
  void save(Rep rep) {
    save(rep, openLeads().getOrDefault(rep.id(), 0));
  }

  private void save(Rep rep, int open) {
    doors.send(Call.put(MANAGER, ROUTING + "reps/" + rep.id(), rep.entry(now, open)));
  }

  private void pools() {
    for (Pool pool : Pool.values()) {
      doors.send(Call.put(MANAGER, ROUTING + "pools/" + pool.id(), pool.settings()));
    }
  }

  private void roster() {
    Map<UUID, Integer> open = openLeads();
    Staff.MANAGERS.forEach(rep -> save(rep, 0));
    Staff.REPS.forEach(rep -> save(rep, open.getOrDefault(rep.id(), 0)));
    for (Rep manager : Staff.MANAGERS) {
      String team = manager.team().title().replace(" ", "%20");
      doors.send(Call.put(MANAGER, ROUTING + "teams/" + team, Map.of("managerId", manager.id())));
    }
  }

  /** What an earlier demo left with reps must not keep leads from them. */
  private Map<UUID, Integer> openLeads() {
    Map<UUID, Integer> open = new HashMap<>();
    for (Pool pool : Pool.values()) {
      Answer answer = doors.send(Call.get(MANAGER, ROUTING + "pools/" + pool.id()));
      for (JsonNode seat : answer.json().path("seats")) {
        open.put(UUID.fromString(seat.path("repId").asText()), seat.path("openLeads").asInt());
      }
    }
    return open;
  }

  private void accounts() {
    for (Company company : Lists.COMPANIES) {
      Rep owner = Staff.OWNERS.get(company.domain());
      if (owner != null) {
        Map<String, Object> account = new TreeMap<>();
        account.put("name", company.name());
        account.put("domain", company.domain());
        account.put("country", company.country());
        account.put("employees", company.employees());
        account.put("industry", company.industry());
        account.put("owner", owner.id());
        UUID id = UUID.nameUUIDFromBytes(Call.json("baton demo " + company.domain()));
        doors.send(Call.put(MANAGER, ROUTING + "accounts/" + id, account));
      }
    }
  }
}
