package baton.routing.assignment;

import baton.routing.assignment.domain.Presence;
import java.time.Instant;

/** Tells who is at work. */
@FunctionalInterface
public interface Attendance {

  /**
   * When somebody works, as the roster keeps it.
   *
   * @param zone IANA time zone
   * @param hours weekly blocks, JSON; none means always
   * @param holidays region whose public holidays are off, or null
   * @param absences days off, JSON
   */
  record Week(String zone, String hours, String holidays, String absences) {}

  /** Where somebody with such a week, who is active, is at this time. */
  Presence at(Week week, Instant now);
}
