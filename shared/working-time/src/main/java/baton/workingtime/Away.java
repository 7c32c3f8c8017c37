package baton.workingtime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Absences in order, those that overlap or touch joined, so that equal ones mean the same days. */
final class Away {

  /** Nothing is known beyond, so that absences until the end of all time can be counted. */
  private static final LocalDate BEFORE_ALL = Timeline.firstDayOf(0).minusDays(2);

  private static final LocalDate AFTER_ALL = Timeline.firstDayOf(Timeline.YEARS).plusDays(2);

  private Away() {}

  static List<Absence> joined(Collection<Absence> absences) {
    List<Absence> joined = new ArrayList<>();
    for (Absence absence :
        absences.stream().sorted(Comparator.comparing(Absence::first)).toList()) {
      int last = joined.size() - 1;
      if (last >= 0 && touch(joined.get(last), absence)) {
        joined.set(last, union(joined.get(last), absence));
      } else {
        joined.add(absence);
      }
    }
    return List.copyOf(joined);
  }

  /** The same as instants, by the clocks of a zone. */
  static Stretches stretches(List<Absence> joined, LocalClock clock) {
    Stretches stretches = new Stretches();
    for (Absence absence : joined) {
      Instant from = clock.beginningOf(within(absence.first()));
      Instant to = clock.beginningOf(within(absence.last()).plusDays(1));
      stretches.add(Timeline.nearestNanos(from), Timeline.nearestNanos(to));
    }
    return stretches;
  }

  private static boolean touch(Absence earlier, Absence later) {
    return earlier.last().equals(LocalDate.MAX)
        || !later.first().isAfter(earlier.last().plusDays(1));
  }

  private static Absence union(Absence earlier, Absence later) {
    LocalDate last = later.last().isAfter(earlier.last()) ? later.last() : earlier.last();
    return new Absence(earlier.first(), last);
  }

  private static LocalDate within(LocalDate day) {
    if (day.isBefore(BEFORE_ALL)) {
      return BEFORE_ALL;
    }
    return day.isAfter(AFTER_ALL) ? AFTER_ALL : day;
  }
}
