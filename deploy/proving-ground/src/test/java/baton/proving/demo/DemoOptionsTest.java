package baton.proving.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {

  @Test
  void withoutOptionsTheDayIsTheSameEachTimeAndTakesThreeMinutes() {
    assertThat(DemoOptions.parse(List.of()))
        .contains(new DemoOptions(2026, Duration.ofMinutes(3), false));
  }

  @Test
  void seedAndLengthCanBeChosen() {
    assertThat(DemoOptions.parse(List.of("--minutes", "1.5", "--seed", "7")))
        .contains(new DemoOptions(7, Duration.ofSeconds(90), false));
  }

  @Test
  void helpIsGivenWhateverElseIsSaid() {
    assertThat(DemoOptions.parse(List.of("--seed", "7", "--help")))
        .get()
        .matches(DemoOptions::help);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--seed",
        "--seed x",
        "--minutes 0.9",
        "--minutes 61",
        "--minutes NaN",
        "--speed 2",
        "now"
      })
  void whatCannotBeUnderstoodIsNotGuessed(String line) {
    assertThat(DemoOptions.parse(List.of(line.split(" ")))).isEmpty();
  }
}
