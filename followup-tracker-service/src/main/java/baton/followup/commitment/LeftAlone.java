package baton.followup.commitment;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Leads whose deadlines could not be recorded: they are passed over for a while. */
final class LeftAlone {

  /** How long. */
  static final Duration FOR = Duration.ofMinutes(10);

  private final Map<UUID, Instant> until = new ConcurrentHashMap<>();

  void add(UUID leadId, Instant now) {
    until.put(leadId, now.plus(FOR));
  }

  /** Those that are left alone at this time; time does not go back. */
  Set<UUID> at(Instant now) {
    until.values().removeIf(end -> !end.isAfter(now));
    return Set.copyOf(until.keySet());
  }
}
