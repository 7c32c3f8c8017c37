package baton.proving.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void everythingIsMeasuredIfNothingIsSaid() {
    Options options = Options.parse(List.of());

    assertThat(options.figures()).containsExactlyInAnyOrder("intake", "chain", "list", "start");
    assertThat(options.rates()).containsExactly(100, 600);
    assertThat(options.lasting(60)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void readsWhatIsSaid() {
    Options options =
        Options.parse(List.of("chain", "--rates=50,200", "--seconds=5", "--warm-up=9"));

    assertThat(options.figures()).containsExactly("chain");
    assertThat(options.rates()).containsExactly(50, 200);
    assertThat(options.lasting(60)).isEqualTo(Duration.ofSeconds(5));
    assertThat(options.warmingUp(60)).isEqualTo(Duration.ofSeconds(9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"chian", "--speed=9", "--seconds=0", "--seconds=x", "--rates=100,", "--seconds"})
  void refusesWhatItCannotRead(String argument) {
    assertThatThrownBy(() -> Options.parse(List.of(argument))).isInstanceOf(Options.Misused.class);
  }
}
