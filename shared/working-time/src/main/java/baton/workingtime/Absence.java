package baton.workingtime;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Days on which nobody works, in the zone of the calendar.
 *
 * @param first the first day
 * @param last the last day, itself included
 */
public record Absence(LocalDate first, LocalDate last) {

  /**
   * @throws IllegalArgumentException if the last day is before the first
   */
  public Absence {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "an absence ends before it begins: %s to %s".formatted(first, last));
    }
  }
}
