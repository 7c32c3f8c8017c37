package baton.workingtime.holidays;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The only class that asks jollyday. It holds nothing: jollyday keeps what it has read. */
final class Jollyday {

  /** Beside countries there are stock exchanges, under longer names. */
  private static final Set<String> COUNTRIES =
      HolidayManager.getSupportedCalendarCodes().stream()
          .filter(code -> code.length() == 2)
          .map(code -> code.toUpperCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private Jollyday() {}

  /** In upper case. */
  static Set<String> countries() {
    return COUNTRIES;
  }

  static CalendarHierarchy hierarchy(String country) {
    return withOwnClasses(() -> of(country).getCalendarHierarchy());
  }

  /** Days off because of the holidays of a year; some of them may lie just outside of it. */
  static List<PublicHoliday> publicHolidays(List<String> path, int year) {
    String[] parts = path.subList(1, path.size()).toArray(String[]::new);
    return withOwnClasses(
        () ->
            of(path.get(0)).getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, parts).stream()
                .flatMap(Jollyday::daysOff)
                .toList());
  }

  /** Makes jollyday, which keeps every year it was asked for, begin anew. */
  static void forget() {
    HolidayManager.clearManagerCache();
  }

  /** A holiday that was moved away from a day of the week is not held on that day. */
  private static Stream<PublicHoliday> daysOff(Holiday holiday) {
    String name = holiday.getDescription(Locale.ENGLISH);
    LocalDate actual = holiday.getActualDate();
    return holiday
        .getObservedDate()
        .filter(observed -> !observed.equals(actual))
        .map(
            observed ->
                Stream.concat(
                    isWeekend(actual) ? Stream.of(new PublicHoliday(actual, name)) : Stream.empty(),
                    Stream.of(new PublicHoliday(observed, name + " (observed)"))))
        .orElseGet(() -> Stream.of(new PublicHoliday(actual, name)));
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static HolidayManager of(String country) {
    return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
  }

  /** It looks for its files where the thread does, which need not be where this module is. */
  private static <T> T withOwnClasses(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Jollyday.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
