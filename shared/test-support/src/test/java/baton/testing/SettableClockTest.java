package baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettableClockTest {

  private final SettableClock clock = SettableClock.at("2026-03-02T23:30:00Z");

  @Test
  void standsStillUntilMoved() {
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-02T23:30:00Z"));
    clock.advance(Duration.ofMinutes(5));
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-02T23:35:00Z"));
    clock.set(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void aClockOfAnotherZoneMovesWithIt() {
    Clock tokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));

    assertThat(LocalDate.now(tokyo)).isEqualTo("2026-03-03");
    clock.advance(Duration.ofDays(1));
    assertThat(LocalDate.now(tokyo)).isEqualTo("2026-03-04");
  }

  @Test
  void losesNoAdvanceOfParallelThreads() {
    IntStream.range(0, 10_000).parallel().forEach(i -> clock.advance(Duration.ofMillis(1)));

    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-02T23:30:10Z"));
  }
}
