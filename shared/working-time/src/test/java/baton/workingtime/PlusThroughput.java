package baton.workingtime;

import static baton.workingtime.Weeks.BERLIN;
import static baton.workingtime.Weeks.WORKDAYS;
import static baton.workingtime.Weeks.blocks;

import baton.workingtime.holidays.HolidayRegion;
import java.io.PrintStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * Measures how many times a second working time is added, on one core, beside an algorithm that
 * walks day by day. Instants lie in ten years; half of the work is up to three days, half up to two
 * years. Prints the median of five runs of each, taken in turn.
 */
final class PlusThroughput {

  private static final int RUNS = 5;
  private static final int OPERATIONS = 5_000_000;
  private static final int WALKED_OPERATIONS = 20_000;
  private static final int INPUTS = 1 << 14;

  private static final List<WorkingBlock> BLOCKS = blocks(WORKDAYS, "09:00-12:00", "13:00-17:00");
  private static final HolidayRegion REGION = HolidayRegion.of("DE-BY");

  private final Instant[] starts = new Instant[INPUTS];
  private final Duration[] works = new Duration[INPUTS];
  private final List<Absence> absences = new ArrayList<>();
  private final WorkingCalendar calendar;

  /** Keeps the compiler from leaving out what nobody reads. */
  private long seen;

  private PlusThroughput() {
    Random random = new Random(7);
    Instant first = Instant.parse("2020-01-01T00:00:00Z");
    for (int i = 0; i < INPUTS; i++) {
      starts[i] = first.plusNanos((long) (random.nextDouble() * Duration.ofDays(3652).toNanos()));
      long hours = i % 2 == 0 ? 21 : 3500;
      works[i] = Duration.ofNanos((long) (random.nextDouble() * Duration.ofHours(hours).toNanos()));
    }
    for (int year = 2020; year < 2032; year++) {
      absences.add(new Absence(LocalDate.of(year, 2, 9), LocalDate.of(year, 2, 13)));
      absences.add(new Absence(LocalDate.of(year, 8, 3), LocalDate.of(year, 8, 21)));
    }
    calendar =
        WorkingCalendar.of(BERLIN, WeeklyHours.of(BLOCKS))
            .withHolidaysOf(REGION)
            .withAbsences(absences);
  }

  public static void main(String[] args) {
    new PlusThroughput().run(System.out);
  }

  private void run(PrintStream out) {
    BiFunction<Instant, Duration, Instant> plus =
        (from, working) -> calendar.plus(from, working).orElseThrow();
    for (int i = 0; i < INPUTS; i += 16) {
      if (!plus.apply(starts[i], works[i]).equals(walk(starts[i], works[i]))) {
        throw new IllegalStateException("they differ at " + starts[i] + " + " + works[i]);
      }
    }
    double[] searched = new double[RUNS];
    double[] walked = new double[RUNS];
    perSecond(plus, OPERATIONS);
    perSecond(this::walk, WALKED_OPERATIONS);
    for (int run = 0; run < RUNS; run++) {
      searched[run] = perSecond(plus, OPERATIONS);
      walked[run] = perSecond(this::walk, WALKED_OPERATIONS);
      out.printf(
          "run %d: plus %,.0f/s, walking days %,.0f/s%n", run + 1, searched[run], walked[run]);
    }
    out.printf("median: plus %,.0f/s, walking days %,.0f/s%n", median(searched), median(walked));
    out.printf("(seen %d)%n", seen);
  }

  private double perSecond(BiFunction<Instant, Duration, Instant> plus, int operations) {
    long begin = System.nanoTime();
    for (int i = 0; i < operations; i++) {
      int input = i & (INPUTS - 1);
      seen += plus.apply(starts[input], works[input]).getNano();
    }
    return operations * 1e9 / (System.nanoTime() - begin);
  }

  /** Day after day, taking from the work what each block has. */
  private Instant walk(Instant from, Duration working) {
    Duration left = working;
    for (LocalDate day = LocalDate.ofInstant(from, BERLIN); ; day = day.plusDays(1)) {
      if (isOff(day)) {
        continue;
      }
      DayOfWeek weekday = day.getDayOfWeek();
      for (WorkingBlock block : BLOCKS) {
        if (block.day() == weekday) {
          Instant begin = day.atTime(block.from()).atZone(BERLIN).toInstant();
          Instant end = day.atTime(block.to()).atZone(BERLIN).toInstant();
          if (end.isAfter(from)) {
            Instant start = begin.isBefore(from) ? from : begin;
            Duration there = Duration.between(start, end);
            if (there.compareTo(left) >= 0) {
              return start.plus(left);
            }
            left = left.minus(there);
          }
        }
      }
    }
  }

  private boolean isOff(LocalDate day) {
    return REGION.holidays(day.getYear()).containsKey(day)
        || absences.stream()
            .anyMatch(absence -> !day.isBefore(absence.first()) && !day.isAfter(absence.last()));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
