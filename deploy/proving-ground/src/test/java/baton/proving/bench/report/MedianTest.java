package baton.proving.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void isTheOneInTheMiddleWhateverTheOrder() {
    assertThat(Median.of(List.of(900.0, 1.0, 2.0))).isEqualTo(2);
  }

  @Test
  void isTheMeanOfTheTwoInTheMiddle() {
    assertThat(Median.of(List.of(4.0, 1.0, 2.0, 900.0))).isEqualTo(3);
  }

  @Test
  void thereIsNoneOfNothing() {
    assertThatThrownBy(() -> Median.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
