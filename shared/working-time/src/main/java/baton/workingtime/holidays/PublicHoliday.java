package baton.workingtime.holidays;

import java.time.LocalDate;
import java.util.Comparator;

/** A day that is off, and why; in order by day, then by name. */
record PublicHoliday(LocalDate day, String name) implements Comparable<PublicHoliday> {

  private static final Comparator<PublicHoliday> IN_ORDER =
      Comparator.comparing(PublicHoliday::day).thenComparing(PublicHoliday::name);

  @Override
  public int compareTo(PublicHoliday other) {
    return IN_ORDER.compare(this, other);
  }
}
