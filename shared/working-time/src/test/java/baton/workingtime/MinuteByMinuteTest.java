package baton.workingtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Holds the arithmetic to counting minutes. */
class MinuteByMinuteTest {

  @Provide
  Arbitrary<Scenario> scenarios() {
    return Scenario.onMinutes();
  }

  @Property(tries = 500)
  void everyMinuteIsWorkedInBothOrInNeither(
      @ForAll("scenarios") Scenario scenario,
      @ForAll @IntRange(min = 1, max = 8 * 24 * 60) int size) {
    WorkingCalendar calendar = scenario.calendar();
    MinuteByMinute minutes = new MinuteByMinute(scenario);
    Instant start = scenario.start();
    Duration worked = Duration.ZERO;
    Instant waitingSince = start;

    for (int i = 0; i < size; i++) {
      Instant minute = minutes.now();
      boolean counts = minutes.look();
      assertThat(calendar.isWorking(minute)).as("at %s", minute).isEqualTo(counts);
      assertThat(calendar.isWorking(minute.plusSeconds(59)))
          .as("after %s", minute)
          .isEqualTo(counts);
      if (counts) {
        worked = worked.plusMinutes(1);
        assertThat(calendar.plus(start, worked)).contains(minutes.now());
        assertThat(calendar.nextWorking(waitingSince)).contains(minute);
        waitingSince = minutes.now();
      }
      assertThat(calendar.between(start, minutes.now())).isEqualTo(worked);
    }
  }
}
