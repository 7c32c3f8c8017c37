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
 * @param repId the rep
 * @param version grows with each change; an older version is ignored
 * @param name name as colleagues know it; of the staff, not of a lead
 * @param team the team, or null if the rep belongs to none
 * @param managerId the rep's manager, or null
 * @param zone IANA time zone, for example Europe/Berlin
 * @param workingHours weekly blocks in the zone; empty means always
 * @param holidays region whose public holidays the rep has, such as DE-BY, or null
 * @param absences days on which the rep is away
 * @param active whether the rep takes leads
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
    String holidays,
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

  /**
   * One block of work on one day of the week.
   *
   * @param day day of the week
   * @param from local time in the zone of the rep
   * @param to local time in the zone of the rep
   */
  @Descriptive
  public record WorkingBlock(DayOfWeek day, LocalTime from, LocalTime to) {}

  /**
   * Days on which the rep is away.
   *
   * @param from the first day
   * @param to the last day
   */
  @Descriptive
  public record Absence(LocalDate from, LocalDate to) {}
}
