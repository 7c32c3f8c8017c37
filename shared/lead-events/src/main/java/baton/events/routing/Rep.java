package baton.events.routing;

import baton.events.Descriptive;
import baton.events.Event;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A rep as the roster has it now.
 *
 * @param version grows with each change; an older version is ignored
 * @param name as colleagues know it; of the staff, not of a lead
 * @param managerId or null
 * @param zone IANA time zone, for example Europe/Berlin
 * @param workingHours weekly blocks in the zone; empty means always
 * @param active false: takes no leads
 * @param capacity open leads held at most
 * @param externalIds id of the rep in other systems, by system
 * @param updatedAt when it became so
 */
@Descriptive
public record Rep(
    UUID repId,
    long version,
    String name,
    String team,
    UUID managerId,
    String zone,
    List<WorkingBlock> workingHours,
    List<Absence> absences,
    boolean active,
    int capacity,
    Map<String, String> externalIds,
    Instant updatedAt)
    implements Event {

  @Override
  public UUID subject() {
    return repId;
  }

  @Override
  public Instant at() {
    return updatedAt;
  }

  /** From and to of one block of work on one day of the week, local time. */
  @Descriptive
  public record WorkingBlock(DayOfWeek day, LocalTime from, LocalTime to) {}

  /** Days on which the rep is away, first and last included. */
  @Descriptive
  public record Absence(LocalDate from, LocalDate to) {}
}
