package baton.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

  @ParameterizedTest
  @CsvSource({
    "08006, true",
    "40P01, true",
    "40001, true",
    "53300, true",
    "57P01, true",
    "55P03, true",
    "23505, false",
    "22021, false",
    "42P01, false",
    "25001, false"
  })
  void theStateTellsWhatTimeHeals(String state, boolean passes) {
    assertThat(Failures.isTransient(new SQLException("failed", state))).isEqualTo(passes);
    assertThat(Failures.isTransient(new IllegalStateException(new SQLException("f", state))))
        .isEqualTo(passes);
  }

  @Test
  void withoutAStateOnlyAnExhaustedPoolPasses() {
    assertThat(Failures.isTransient(new SQLException("Sorry, acquisition timeout!"))).isTrue();
    assertThat(Failures.isTransient(new SQLException("Attempting to use a savepoint in JTA")))
        .isFalse();
  }

  @Test
  @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
  void causesThatGoInACircleEnd() {
    RuntimeException one = new RuntimeException("one");
    RuntimeException other = new RuntimeException("other", one);
    one.initCause(other);
    assertThat(Failures.isTransient(one)).isFalse();
  }
}
