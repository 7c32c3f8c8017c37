package baton.workingtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingBlockTest {

  @ParameterizedTest
  @ValueSource(strings = {"09:00-09:00", "17:00-09:00", "22:00-06:00", "12:00-11:59:59.999999999"})
  void aBlockBeginsBeforeItEnds(String times) {
    assertThatIllegalArgumentException().isThrownBy(() -> Weeks.block(DayOfWeek.MONDAY, times));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00:00-00:00", "23:59:59.999999999-00:00", "00:00-00:00:00.000000001"})
  void midnightAsTheEndIsThatOfTheDay(String times) {
    assertThatNoException().isThrownBy(() -> Weeks.block(DayOfWeek.MONDAY, times));
  }

  @Test
  void allOfADayIsFromMidnightToMidnight() {
    assertThat(WorkingBlock.allOf(DayOfWeek.SUNDAY))
        .isEqualTo(new WorkingBlock(DayOfWeek.SUNDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
  }
}
