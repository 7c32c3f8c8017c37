package baton.workingtime.holidays;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The holidays that were asked for lately, by region and year. A bounded number: whoever pages
 * through all regions and years does not fill the memory.
 */
final class ResolvedHolidays {

  /** The one of the process. About 2 kB each, so 2 MB. */
  static final ResolvedHolidays RECENT = new ResolvedHolidays(1_000);

  private final int most;
  private final Map<Key, SortedMap<LocalDate, String>> byUse = new LinkedHashMap<>(16, 0.75f, true);
  private int resolved;

  ResolvedHolidays(int most) {
    this.most = most;
  }

  /** One at a time: it is asked once for each year that a calendar resolves. */
  synchronized SortedMap<LocalDate, String> of(HolidayRegion region, int year) {
    Key key = new Key(region.code(), year);
    SortedMap<LocalDate, String> known = byUse.get(key);
    if (known == null) {
      known = resolve(region, year);
      byUse.put(key, known);
      if (byUse.size() > most) {
        byUse.remove(byUse.keySet().iterator().next());
      }
    }
    return known;
  }

  synchronized int size() {
    return byUse.size();
  }

  private SortedMap<LocalDate, String> resolve(HolidayRegion region, int year) {
    if (++resolved % most == 0) {
      Jollyday.forget();
    }
    SortedMap<LocalDate, String> days = new TreeMap<>();
    // The day off for New Year's Day may be in the year before, that for Boxing Day in the year
    // after.
    for (int of = year - 1; of <= year + 1; of++) {
      Jollyday.publicHolidays(region.path(), of).stream()
          .filter(holiday -> holiday.day().getYear() == year)
          .sorted()
          .forEach(holiday -> days.merge(holiday.day(), holiday.name(), ResolvedHolidays::both));
    }
    return Collections.unmodifiableSortedMap(days);
  }

  private static String both(String one, String other) {
    return one.equals(other) ? one : one + ", " + other;
  }

  private record Key(String code, int year) {}
}
