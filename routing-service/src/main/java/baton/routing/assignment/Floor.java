package baton.routing.assignment;

import baton.routing.assignment.domain.Load;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/**
 * The pools and reps that a transaction is about, locked until it ends.
 *
 * @param pools by name, in its order
 * @param loads all reps of these pools, and those that were asked for besides
 * @param today the present day in the zone of each rep
 */
public record Floor(
    SortedMap<String, LockedPool> pools, Map<UUID, Load> loads, Map<UUID, LocalDate> today) {

  LockedPool pool(String name) {
    return pools.get(name);
  }

  Load load(UUID repId) {
    return loads.get(repId);
  }
}
