package baton.workingtime.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.LocalDate;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayRegionTest {

  @ParameterizedTest
  @CsvSource({
    "DE, DE",
    "DE-BY, DE-BY",
    "de-by, DE-BY",
    "' DE-BY ', DE-BY",
    "DE-BY-AG, DE-BY-AG",
    "GB-SCT, GB-SCT",
    "US-CA, US-CA",
    "AU-NSW, AU-NSW",
    "FR-2A, FR-2A",
    "CH-ZH, CH-ZH",
  })
  void aRegionIsFoundByItsCode(String code, String canonical) {
    assertThat(HolidayRegion.find(code)).map(HolidayRegion::code).contains(canonical);
    assertThat(HolidayRegion.of(code)).isEqualTo(HolidayRegion.of(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "XX",
        "DE-XX",
        "DE-",
        "BAY",
        "DE-BY-XX",
        "NYSE",
        "DEBY",
        "DE_BY",
        "../de"
      })
  void anUnknownCodeIsAnExpectedNo(String code) {
    assertThat(HolidayRegion.find(code)).isEmpty();
  }

  @Test
  void anUnknownCodeThatShouldHaveBeenCheckedIsRefusedWithItsNeighbours() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HolidayRegion.of("DE-BX"))
        .withMessageContaining("DE-BX")
        .withMessageContaining("DE-BY");
  }

  @ParameterizedTest
  @CsvSource({"DE-BX, DE-BB", "dx-by, DE", "UK, GB", "UK-SCT, GB-SCT", "EL, GR", "GB-SCO, GB-SCT"})
  void theNearestCodesAreSuggested(String code, String expected) {
    assertThat(HolidayRegion.nearest(code)).hasSizeLessThanOrEqualTo(5).contains(expected);
  }

  @Test
  void whatIsMeantIsSuggestedFirst() {
    assertThat(HolidayRegion.nearest("UK").get(0)).isEqualTo("GB");
    assertThat(HolidayRegion.nearest("US-CAL").get(0)).isEqualTo("US-AL");
  }

  @Test
  void allCodesCanBeListedAndFound() {
    assertThat(HolidayRegion.codes())
        .contains("DE", "DE-BY", "US", "US-NY", "JP")
        .doesNotContain("NYSE", "TARGET")
        .allSatisfy(
            code -> assertThat(HolidayRegion.find(code).map(HolidayRegion::code)).contains(code));
  }

  @Test
  void aPartOfACountryHasItsHolidaysBesides() {
    LocalDate epiphany = LocalDate.of(2026, 1, 6);
    LocalDate christmas = LocalDate.of(2026, 12, 25);
    LocalDate augsburg = LocalDate.of(2026, 8, 8);

    assertThat(HolidayRegion.of("DE").holidays(2026)).containsKey(christmas);
    assertThat(HolidayRegion.of("DE").holidays(2026)).doesNotContainKeys(epiphany, augsburg);
    assertThat(HolidayRegion.of("DE-BY").holidays(2026)).containsKeys(epiphany, christmas);
    assertThat(HolidayRegion.of("DE-BY").holidays(2026)).doesNotContainKey(augsburg);
    assertThat(HolidayRegion.of("DE-BY-AG").holidays(2026))
        .containsKeys(epiphany, christmas, augsburg);
  }

  @ParameterizedTest
  @CsvSource({
    "GB-ENG, 2026-04-06", // Easter Monday
    "US-NY, 2026-10-12", // Columbus Day
    "IN-DL, 2026-04-03", // Good Friday
    "IN-MH, 2026-04-14", // Ambedkar Jayanti
    "IN-MH, 2026-12-25",
    "CH-ZH, 2026-04-03", // Good Friday
    "CH-ZH, 2026-04-06", // Easter Monday
    "CH-ZH, 2026-05-25", // Whit Monday
    "CH-ZH, 2026-12-26",
  })
  void whatSomePartsOfACountryKeepIsListedWithThose(String code, LocalDate day) {
    assertThat(HolidayRegion.of(code).holidays(2026)).containsKey(day);
    assertThat(HolidayRegion.of(code.substring(0, 2)).holidays(2026)).doesNotContainKey(day);
  }

  @Test
  void holidaysHaveNamesAndAreInOrder() {
    SortedMap<LocalDate, String> holidays = HolidayRegion.of("US").holidays(2026);

    assertThat(holidays).isNotEmpty().allSatisfy((day, name) -> assertThat(name).isNotBlank());
    assertThat(holidays.firstKey()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(holidays)
        .containsEntry(LocalDate.of(2026, 7, 4), "Independence Day")
        .containsEntry(LocalDate.of(2026, 7, 3), "Independence Day (observed)");
  }

  @Test
  void holidaysCannotBeChanged() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> HolidayRegion.of("US").holidays(2026).clear());
  }

  @Test
  void aDayOffInAnotherYearIsListedThere() {
    // New Year's Day of 2028 is a Saturday.
    HolidayRegion guam = HolidayRegion.of("GU");

    assertThat(guam.holidays(2027))
        .containsEntry(LocalDate.of(2027, 12, 31), "New Year's Day (observed)");
    assertThat(guam.holidays(2028)).doesNotContainKey(LocalDate.of(2027, 12, 31));
    assertThat(guam.holidays(2028)).containsKey(LocalDate.of(2028, 1, 1));
  }

  @Test
  void aHolidayMovedFromAWorkdayIsNotKeptOnThatDay() {
    // Epiphany of 2026 is a Tuesday, kept on the Monday after.
    assertThat(HolidayRegion.of("CO").holidays(2026))
        .containsKey(LocalDate.of(2026, 1, 12))
        .doesNotContainKey(LocalDate.of(2026, 1, 6));
  }

  @Test
  void everyRegionHasHolidaysInTheFirstAndTheLastYear() {
    for (String code : HolidayRegion.codes()) {
      HolidayRegion region = HolidayRegion.of(code);
      assertThatNoException()
          .as(code)
          .isThrownBy(
              () -> {
                region.holidays(HolidayRegion.FIRST_YEAR);
                region.holidays(HolidayRegion.LAST_YEAR);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1899, 2171, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void otherYearsAreRefused(int year) {
    assertThatIllegalArgumentException().isThrownBy(() -> HolidayRegion.of("DE").holidays(year));
  }
}
