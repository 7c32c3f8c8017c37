package baton.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFailureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08001", "08006", "53300", "55P03", "57014", "57P01", "57P03", "58030", "40001", "40P01"
      })
  void whatPassesByItself(String state) {
    assertThat(TransientFailure.is(new SQLException("x", state))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42P01", "22021", "25001", "08", ""})
  void whatDoesNot(String state) {
    assertThat(TransientFailure.is(new SQLException("x", state))).isFalse();
  }

  @Test
  void exhaustedPoolPasses() {
    assertThat(TransientFailure.is(new SQLException("Sorry, acquisition timeout!"))).isTrue();
    assertThat(
            TransientFailure.is(
                new SQLException("Acquisition timeout while waiting for new connection")))
        .isTrue();
  }

  @Test
  void itIsFoundUnderOtherExceptions() {
    Throwable wrapped =
        new IllegalStateException(new RuntimeException(new SQLException("x", "08006")));
    assertThat(TransientFailure.is(wrapped)).isTrue();
  }

  @Test
  void nothingIsNotTransient() {
    assertThat(TransientFailure.is(null)).isFalse();
    assertThat(TransientFailure.is(new IllegalStateException("x"))).isFalse();
  }

  @Test
  void causesThatGoInACircleEnd() {
    RuntimeException one = new RuntimeException("one");
    RuntimeException other = new RuntimeException("other", one);
    one.initCause(other);
    assertThat(TransientFailure.is(one)).isFalse();
  }

  @Test
  void traceOfAFailureQuotesNobody() {
    String trace =
        FailureTrace.of(
            new IllegalStateException("jane@example.com", new SQLException("jane", "23505")));
    assertThat(trace)
        .contains("java.lang.IllegalStateException")
        .contains("sqlstate=23505")
        .contains("TransientFailureTest")
        .doesNotContain("jane");
  }
}
