package baton.routing.roster;

import baton.events.routing.Rep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A rep on the roster.
 *
 * @param rep what is published
 * @param dailyCap leads given at most on one day in the zone of the rep, or null for any number
 */
public record RosterEntry(Rep rep, Integer dailyCap) {

  /**
   * A rep as a person wants it to be.
   *
   * @param team the team, or null
   * @param managerId the rep's manager, or null
   * @param zone IANA time zone
   * @param capacity open leads held at most, 0 to 1000
   * @param dailyCap leads given at most on one day in the zone, or null for any number
   * @param externalIds id of the rep in other systems, by system
   */
  public record Wanted(
      UUID repId,
      String name,
      String team,
      UUID managerId,
      String zone,
      List<Rep.WorkingBlock> workingHours,
      List<Rep.Absence> absences,
      boolean active,
      int capacity,
      Integer dailyCap,
      Map<String, String> externalIds) {

    RosterEntry at(long version, Instant updatedAt) {
      return new RosterEntry(
          new Rep(
              repId,
              version,
              name,
              team,
              managerId,
              zone,
              workingHours,
              absences,
              active,
              capacity,
              externalIds,
              updatedAt),
          dailyCap);
    }
  }
}
