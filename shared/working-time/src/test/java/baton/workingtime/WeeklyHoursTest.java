package baton.workingtime;

import static baton.workingtime.Weeks.EVERY_DAY;
import static baton.workingtime.Weeks.WORKDAYS;
import static baton.workingtime.Weeks.blocks;
import static baton.workingtime.Weeks.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyHoursTest {

  private static final Set<DayOfWeek> MONDAY = Set.of(DayOfWeek.MONDAY);

  @ParameterizedTest
  @CsvSource({
    "overlapping, 09:00-13:00 12:00-17:00, 09:00-17:00",
    "touching, 13:00-17:00 09:00-13:00, 09:00-17:00",
    "one in the other, 09:00-17:00 10:00-11:00, 09:00-17:00",
    "twice the same, 09:00-17:00 09:00-17:00, 09:00-17:00",
    "one until midnight in the other, 09:00-00:00 10:00-11:00, 09:00-00:00",
    "three in a row, 08:00-10:00 10:00-12:00 12:00-00:00, 08:00-00:00",
    "apart, 13:00-17:00 09:00-12:00, 09:00-12:00 13:00-17:00",
    "apart by a nanosecond, 09:00-12:00 12:00:00.000000001-17:00,"
        + " 09:00-12:00 12:00:00.000000001-17:00"
  })
  void blocksOfADayAreTheirUnion(String how, String given, String joined) {
    assertThat(hours(MONDAY, given.split(" ")).blocks())
        .as(how)
        .isEqualTo(blocks(MONDAY, joined.split(" ")));
  }

  @Test
  void blocksOfDifferentDaysStayApart() {
    WeeklyHours night =
        WeeklyHours.of(
            List.of(
                Weeks.block(DayOfWeek.TUESDAY, "00:00-06:00"),
                Weeks.block(DayOfWeek.MONDAY, "22:00-00:00")));

    assertThat(night.blocks())
        .containsExactly(
            Weeks.block(DayOfWeek.MONDAY, "22:00-00:00"),
            Weeks.block(DayOfWeek.TUESDAY, "00:00-06:00"));
  }

  @Test
  void noBlockAtAllIsAlways() {
    assertThat(WeeklyHours.of(List.of())).isEqualTo(WeeklyHours.always());
  }

  @Test
  void allDaysRoundTheClockIsAlways() {
    assertThat(hours(EVERY_DAY, "00:00-12:00", "12:00-00:00"))
        .isEqualTo(WeeklyHours.always())
        .hasSameHashCodeAs(WeeklyHours.always())
        .hasToString("always");
  }

  @Test
  void theSameHoursSaidDifferentlyAreEqual() {
    assertThat(hours(WORKDAYS, "09:00-17:00"))
        .isEqualTo(hours(WORKDAYS, "12:00-17:00", "09:00-12:00"))
        .isNotEqualTo(hours(WORKDAYS, "12:00-17:00", "09:00-11:59"));
  }
}
