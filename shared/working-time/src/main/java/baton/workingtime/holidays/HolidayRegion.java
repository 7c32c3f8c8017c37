package baton.workingtime.holidays;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A country or a part of one that has public holidays of its own. The code is that of ISO 3166:
 * {@code DE}, {@code DE-BY}; some cities go one level further, {@code DE-BY-AG}. Immutable; holds
 * no holidays itself.
 *
 * <p>A country alone has only what holds in all of it: in Switzerland and Australia, and in the
 * United Kingdom, that is less than anybody there has off.
 */
public final class HolidayRegion {

  /** The first year with holidays. */
  public static final int FIRST_YEAR = 1900;

  /** The last year with holidays: the Islamic calendar is known a little further only. */
  public static final int LAST_YEAR = 2170;

  private final String code;
  private final List<String> path;

  /** The path is the country and what leads from it to the region, as jollyday writes them. */
  HolidayRegion(String code, List<String> path) {
    this.code = code;
    this.path = path;
  }

  /** The region with this code, in upper or lower case; empty if its holidays are not known. */
  public static Optional<HolidayRegion> find(String code) {
    return RegionCodes.find(code);
  }

  /**
   * As {@link #find}, where the code has been checked before.
   *
   * @throws IllegalArgumentException naming the nearest codes if the holidays are not known
   */
  public static HolidayRegion of(String code) {
    return find(code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no holidays are known for %s; near it are %s".formatted(code, nearest(code))));
  }

  /** Codes that were perhaps meant, at most five, the likeliest first. */
  public static List<String> nearest(String code) {
    return RegionCodes.nearest(code);
  }

  /** All codes. The first call reads every country and takes a good part of a second. */
  public static SortedSet<String> codes() {
    return RegionCodes.all();
  }

  /** In upper case. */
  public String code() {
    return code;
  }

  /**
   * Days of a year that are public holidays, with their English names. Where the law gives another
   * day for a holiday on a weekend, both are listed, the other as "observed". Kept for a while, so
   * that asking again is cheap.
   *
   * @param year of the Gregorian calendar
   * @return in order; cannot be changed
   * @throws IllegalArgumentException if the year is not one of {@link #FIRST_YEAR} to {@link
   *     #LAST_YEAR}
   */
  public SortedMap<LocalDate, String> holidays(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException("no holidays are known for the year " + year);
    }
    return ResolvedHolidays.RECENT.of(this, year);
  }

  List<String> path() {
    return path;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HolidayRegion region && code.equals(region.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return code;
  }
}
