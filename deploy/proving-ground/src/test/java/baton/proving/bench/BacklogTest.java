package baton.proving.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BacklogTest {

  @Test
  void growthIsTheSlopeOfTheSecondHalf() {
    List<Long> flatAndThenFiftyASecond =
        LongStream.concat(
                LongStream.generate(() -> 100).limit(30),
                LongStream.range(0, 30).map(second -> 100 + 50 * second))
            .boxed()
            .toList();

    assertThat(Backlog.growth(flatAndThenFiftyASecond)).isCloseTo(50, within(1e-9));
  }

  @Test
  void whatGoesUpAndDownDoesNotGrow() {
    List<Long> saw = LongStream.range(0, 60).map(second -> second % 2 * 300).boxed().toList();

    assertThat(Backlog.growth(saw)).isCloseTo(0, within(10.0));
  }

  @Test
  void whatWasSeenOnceDoesNotGrow() {
    assertThat(Backlog.growth(List.of())).isZero();
    assertThat(Backlog.growth(List.of(7L))).isZero();
  }
}
