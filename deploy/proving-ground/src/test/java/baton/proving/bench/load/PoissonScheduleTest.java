package baton.proving.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PoissonScheduleTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void theSameSeedGivesTheSameTimesAndAnotherOneOthers() {
    PoissonSchedule schedule = new PoissonSchedule(100, MINUTE, 1);

    assertThat(new PoissonSchedule(100, MINUTE, 1).times()).isEqualTo(schedule.times());
    assertThat(new PoissonSchedule(100, MINUTE, 2).times()).isNotEqualTo(schedule.times());
  }

  @Test
  void requestsAreDueInOrderAndWithinTheLength() {
    long[] times = new PoissonSchedule(100, MINUTE, 1).times();

    assertThat(times).isSorted().hasSize((int) new PoissonSchedule(100, MINUTE, 1).count());
    assertThat(times[0]).isNotNegative();
    assertThat(times[times.length - 1]).isLessThan(MINUTE.toNanos());
  }

  /** Of exponential gaps mean and standard deviation are the same, and 1/e are above the mean. */
  @Test
  void gapsAreExponential() {
    long[] times = new PoissonSchedule(1_000, MINUTE, 1).times();
    double[] gaps = new double[times.length - 1];
    Arrays.setAll(gaps, i -> (times[i + 1] - times[i]) / 1e6);

    double mean = Arrays.stream(gaps).average().orElseThrow();
    double variance =
        Arrays.stream(gaps).map(gap -> (gap - mean) * (gap - mean)).average().orElseThrow();
    double longer = Arrays.stream(gaps).filter(gap -> gap > mean).count() / (double) gaps.length;
    assertThat(mean).isCloseTo(1, within(0.02));
    assertThat(Math.sqrt(variance)).isCloseTo(1, within(0.03));
    assertThat(longer).isCloseTo(1 / Math.E, within(0.01));
  }
}
