package baton.routing.roster.rest;

import baton.events.routing.Rep;
import baton.routing.roster.RosterEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A rep as the roster has it.
 *
 * @param email shown to those who keep the roster only
 * @param managerId who takes over from the rep, own or of the team
 * @param pools weight in each pool
 * @param version grows with each change
 */
public record RepView(
    UUID repId,
    long version,
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
    Map<String, Integer> pools,
    Instant updatedAt) {

  static RepView from(RosterEntry entry, boolean withEmail) {
    Rep rep = entry.rep();
    return new RepView(
        rep.repId(),
        rep.version(),
        rep.name(),
        withEmail ? entry.email() : null,
        rep.team(),
        rep.managerId(),
        rep.zone(),
        rep.workingHours(),
        rep.holidays(),
        rep.absences(),
        rep.active(),
        rep.capacity(),
        entry.dailyCap(),
        rep.externalIds(),
        entry.pools(),
        rep.updatedAt());
  }
}
