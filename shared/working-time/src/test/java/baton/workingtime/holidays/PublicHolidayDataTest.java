package baton.workingtime.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds our holidays to a public data set, but for the differences that are known and explained.
 */
class PublicHolidayDataTest {

  private static final int FIRST = 2024;
  private static final int LAST = 2027;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AE", "AU", "BR", "CA", "CH", "DE", "DE-BY", "ES", "FR", "GB", "GB-ENG", "IN", "IT", "JP",
        "MX", "NL", "PL", "SE", "SG", "US"
      })
  void ourHolidaysDifferFromTheDataSetWhereWeKnowItOnly(String region) throws IOException {
    assumeTrue(PublicHolidayData.isAtHand(), "skipped: no public data set of holidays");
    SortedSet<LocalDate> ours = new TreeSet<>();
    SortedSet<LocalDate> theirs = new TreeSet<>();
    for (int year = FIRST; year <= LAST; year++) {
      ours.addAll(HolidayRegion.of(region).holidays(year).keySet());
      theirs.addAll(PublicHolidayData.publicHolidays(region, year));
    }
    assertThat(theirs).hasSizeGreaterThan(3 * (LAST - FIRST + 1));

    assertThat(without(theirs, ours)).as("we miss").isEqualTo(known(region, true));
    assertThat(without(ours, theirs)).as("we have besides").isEqualTo(known(region, false));
  }

  @Test
  void noDifferenceIsListedTwiceOrForAnotherYear() throws IOException {
    for (KnownDifference row : KnownDifference.all()) {
      assertThat(row.days())
          .as(row.toString())
          .doesNotHaveDuplicates()
          .allMatch(day -> day.getYear() >= FIRST && day.getYear() <= LAST);
      assertThat(row.reason()).isNotBlank();
      assertThat(
              KnownDifference.all().stream()
                  .filter(other -> other.region().equals(row.region()))
                  .filter(other -> other.days().stream().anyMatch(row.days()::contains)))
          .containsExactly(row);
    }
  }

  private static SortedSet<LocalDate> known(String region, boolean missing) throws IOException {
    return KnownDifference.all().stream()
        .filter(row -> row.region().equals(region) && row.missing() == missing)
        .map(KnownDifference::days)
        .collect(TreeSet::new, TreeSet::addAll, TreeSet::addAll);
  }

  private static SortedSet<LocalDate> without(
      SortedSet<LocalDate> days, Collection<LocalDate> others) {
    SortedSet<LocalDate> left = new TreeSet<>(days);
    left.removeAll(others);
    return left;
  }
}
