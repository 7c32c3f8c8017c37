package baton.proving.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningTest {

  @ParameterizedTest
  @CsvSource({"PT3M, PT0.4S, PT3M", "PT3M, PT2S, PT3M", "PT3M, PT4S, PT6M", "PT3M, PT60S, PT9M"})
  void theDayIsSoLongThatDeadlinesCanBeKept(Duration day, Duration reaction, Duration length) {
    assertThat(Opening.longEnough(day, reaction)).isEqualTo(length);
  }

  @Test
  void itOpensWithPeopleWhoAreSureToQualify() {
    assertThat(Opening.deliveries(DayPlan.of(2026, Duration.ofMinutes(3))))
        .hasSize(9)
        .allMatch(delivery -> delivery.items().get(0).who().looks() == Looks.BUYER);
  }
}
