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
 * @param version grows with each change
 */
public record RepView(
    UUID repId,
    long version,
    String name,
    String team,
    UUID managerId,
    String zone,
    List<Rep.WorkingBlock> workingHours,
    List<Rep.Absence> absences,
    boolean active,
    int capacity,
    Integer dailyCap,
    Map<String, String> externalIds,
    Instant updatedAt) {

  static RepView from(RosterEntry entry) {
    Rep rep = entry.rep();
    return new RepView(
        rep.repId(),
        rep.version(),
        rep.name(),
        rep.team(),
        rep.managerId(),
        rep.zone(),
        rep.workingHours(),
        rep.absences(),
        rep.active(),
        rep.capacity(),
        entry.dailyCap(),
        rep.externalIds(),
        rep.updatedAt());
  }
}
