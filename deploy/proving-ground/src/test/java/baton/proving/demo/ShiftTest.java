package baton.proving.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShiftTest {

  private static final Duration HALF_A_DAY = Duration.ofMinutes(30);

  @ParameterizedTest
  @EnumSource
  void whoeverIsOnIsAtWorkAllDayLongAndWhoeverComesLaterIsNot(Team team) {
    for (int hour = 0; hour < 24; hour++) {
      Instant now = Instant.parse("2026-03-07T00:13:20Z").plus(Duration.ofHours(hour));
      assertThat(isAtWork(Shift.ON, now, now, team.zone())).isTrue();
      assertThat(isAtWork(Shift.ON, now, now.plus(HALF_A_DAY), team.zone())).isTrue();
      assertThat(isAtWork(Shift.LATER, now, now, team.zone())).isFalse();
      assertThat(isAtWork(Shift.LATER, now, now.plus(HALF_A_DAY), team.zone())).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"2026-03-02T10:40:00Z, 7", "2026-03-02T18:10:00Z, 7", "2026-03-02T22:10:00Z, 14"})
  void aNightIsTwoBlocks(Instant now, int blocks) {
    assertThat(Shift.ON.blocks(now, "UTC")).hasSize(blocks);
  }

  private static boolean isAtWork(Shift shift, Instant begin, Instant at, String zone) {
    ZonedDateTime local = at.atZone(ZoneId.of(zone));
    return shift.blocks(begin, zone).stream()
        .filter(block -> block.get("day").equals(local.getDayOfWeek().name()))
        .anyMatch(
            block ->
                !LocalTime.parse(block.get("from")).isAfter(local.toLocalTime())
                    && (block.get("to").equals("00:00")
                        || LocalTime.parse(block.get("to")).isAfter(local.toLocalTime())));
  }
}
