package baton.routing.roster;

import baton.events.routing.Rep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/**
 * A rep on the roster.
 *
 * @param rep what is published; its manager is whoever takes over from the rep, own or of the team
 * @param email known here only and never published, or null
 * @param ownManager the manager of this rep alone, or null for the manager of the team
 * @param dailyCap leads given at most on one day in the zone of the rep, or null for any number
 * @param pools weight in each pool the rep is in
 */
public record RosterEntry(
    Rep rep, String email, UUID ownManager, Integer dailyCap, SortedMap<String, Integer> pools) {

  /** An e-mail address, of which everybody agrees what it is in lower case. */
  public static final String EMAIL = "[!-?A-~]+@[!-?A-~]+";

  /** Working blocks of a week at most: what is published of a rep stays small. */
  public static final int MOST_BLOCKS = 100;

  /** Absences at most. */
  public static final int MOST_ABSENCES = 400;

  /** Ids in other systems at most. */
  public static final int MOST_EXTERNAL_IDS = 20;

  /** Pools that a rep is in at most. */
  public static final int MOST_POOLS = 100;

  /**
   * A rep as a person wants it to be.
   *
   * @param team the team, made if it is new, or null
   * @param managerId the manager of this rep alone, or null for the manager of the team
   * @param zone IANA time zone
   * @param holidays region whose public holidays are off, or null
   * @param capacity open leads held at most, 0 to 1000
   * @param dailyCap leads given at most on one day in the zone, or null for any number
   * @param externalIds id of the rep in other systems, by system
   * @param pools weight in each pool; null leaves them as they are, and puts a new rep into the
   *     pool {@code default}
   */
  public record Wanted(
      UUID repId,
      String name,
      String email,
      String team,
      UUID managerId,
      String zone,
      List<Rep.WorkingBlock> workingHours,
      String holidays,
      List<Rep.Absence> absences,
      boolean active,
      int capacity,
      Integer dailyCap,
      Map<String, String> externalIds,
      SortedMap<String, Integer> pools) {

    RosterEntry at(
        long version, Instant updatedAt, UUID teamManager, SortedMap<String, Integer> inPools) {
      UUID ofTeam = repId.equals(teamManager) ? null : teamManager;
      return new RosterEntry(
          new Rep(
              repId,
              version,
              name,
              team,
              managerId == null ? ofTeam : managerId,
              zone,
              workingHours,
              holidays,
              absences,
              active,
              capacity,
              externalIds,
              updatedAt),
          email,
          managerId,
          dailyCap,
          inPools);
    }
  }
}
