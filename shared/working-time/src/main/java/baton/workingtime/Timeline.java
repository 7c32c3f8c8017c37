package baton.workingtime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

/**
 * The stretch of time that calendars know, in nanoseconds since 1970, cut into years of UTC. A
 * {@code long} holds 292 years of them, and a sum over the whole timeline does not overflow.
 */
final class Timeline {

  /** The first year. */
  static final int FIRST_YEAR = 1970;

  /** How many years. */
  static final int YEARS = 180;

  private static final long NANOS_OF_SECOND = 1_000_000_000;
  private static final long NANOS_OF_SHORTEST_YEAR = 365L * 24 * 60 * 60 * NANOS_OF_SECOND;

  /** One more than there are years: the last is the end. */
  private static final long[] STARTS =
      IntStream.rangeClosed(FIRST_YEAR, FIRST_YEAR + YEARS)
          .mapToLong(year -> LocalDate.of(year, 1, 1).toEpochDay() * 24 * 60 * 60 * NANOS_OF_SECOND)
          .toArray();

  static final Instant EARLIEST = instant(STARTS[0]);
  static final Instant LATEST = instant(STARTS[YEARS]);

  private Timeline() {}

  /**
   * Nanoseconds since 1970.
   *
   * @throws IllegalArgumentException if the instant is not on the timeline, whose end is part of it
   */
  static long nanos(Instant instant) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "%s is not between %s and %s".formatted(instant, EARLIEST, LATEST));
    }
    return instant.getEpochSecond() * NANOS_OF_SECOND + instant.getNano();
  }

  /** As {@link #nanos}, but the nearest on the timeline for an instant outside. */
  static long nearestNanos(Instant instant) {
    if (instant.isBefore(EARLIEST)) {
      return STARTS[0];
    }
    return instant.isAfter(LATEST) ? STARTS[YEARS] : nanos(instant);
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, NANOS_OF_SECOND), Math.floorMod(nanos, NANOS_OF_SECOND));
  }

  /** Number of the year, from 0; the very end of the timeline belongs to the last year. */
  static int yearOf(long nanos) {
    // Leap days make this a year too late at most: 180 years have 44 of them.
    int year = (int) Math.min(nanos / NANOS_OF_SHORTEST_YEAR, YEARS - 1);
    return nanos < STARTS[year] ? year - 1 : year;
  }

  /** Beginning of the year with this number, in nanoseconds. */
  static long startOf(int year) {
    return STARTS[year];
  }

  /** End of the year with this number, in nanoseconds. */
  static long endOf(int year) {
    return STARTS[year + 1];
  }

  /** Date in UTC on which the year begins. */
  static LocalDate firstDayOf(int year) {
    return LocalDate.ofInstant(instant(startOf(year)), ZoneOffset.UTC);
  }
}
