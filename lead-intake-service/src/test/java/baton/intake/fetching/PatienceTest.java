package baton.intake.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a platform is asked again. */
class PatienceTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1",
    "2, 0, 2",
    "12, 0, 2048",
    "13, 0, 3600",
    "2000000000, 0, 3600",
    "1, 60, 60",
    "12, 60, 2048",
    "1, 86400, 86400"
  })
  void itIsAskedTwiceAsLateEachTimeOrAsItWantsIt(int attempts, long retryAfter, long seconds) {
    assertThat(Patience.next(NOW, NOW, attempts, Duration.ofSeconds(retryAfter)))
        .contains(NOW.plusSeconds(seconds));
  }

  @Test
  void afterAWeekItIsGivenUp() {
    Instant end = NOW.plus(Patience.WEEK);
    assertThat(Patience.next(NOW, end.minusMillis(1), 200, Duration.ZERO)).isPresent();
    assertThat(Patience.next(NOW, end, 200, Duration.ZERO)).isEmpty();
  }
}
