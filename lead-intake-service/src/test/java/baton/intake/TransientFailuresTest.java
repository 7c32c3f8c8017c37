package baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Failures;
import baton.http.problem.TransientFailure;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the inbox waits out, a door answers with 503 and Retry-After; what the inbox parks, a door
 * reports as a fault. The two modules know nothing of each other and must mean the same.
 */
class TransientFailuresTest {

  @ParameterizedTest
  @CsvSource({
    "08000, true", // connection exception
    "08001, true",
    "08003, true",
    "08006, true",
    "08007, true",
    "08P01, true",
    "40001, true", // serialization failure
    "40003, true", // whether it was done is not known
    "40P01, true", // deadlock
    "53000, true", // insufficient resources
    "53100, true", // disk full
    "53200, true",
    "53300, true",
    "55P03, true", // lock not available
    "57014, true", // cancelled, by a timeout or by an operator
    "57P01, true", // shutdown
    "57P02, true",
    "57P03, true",
    "57P04, true",
    "57P05, true",
    "58000, true", // system error
    "58030, true", // input or output error
    "22001, false",
    "22021, false",
    "23505, false",
    "25001, false",
    "25P02, false",
    "28P01, false",
    "3D000, false",
    "42501, false",
    "42P01, false",
    "54000, false",
    "55006, false",
    "XX000, false",
    "08, false", // no state at all
    "'', false"
  })
  void aStateMeansTheSameToBoth(String state, boolean passes) {
    meansToBoth(new SQLException("failed", state), passes);
  }

  static Stream<SQLException> failuresThatPass() {
    return Stream.of(
        new SQLTransientException("failed"),
        new SQLTransientConnectionException("failed"),
        new SQLTransientConnectionException("failed", "99999"),
        new SQLTimeoutException("failed"),
        new SQLRecoverableException("failed"),
        new SQLNonTransientConnectionException("failed"),
        new SQLException("Sorry, acquisition timeout!"));
  }

  @ParameterizedTest
  @MethodSource("failuresThatPass")
  void aClassThatSaysSoPassesForBoth(SQLException failure) {
    meansToBoth(failure, true);
  }

  static Stream<Throwable> failuresThatDoNot() {
    return Stream.of(
        new SQLException("failed"),
        new IllegalStateException("acquisition timeout"),
        new SQLException("acquisition timeout", "42P01"));
  }

  @ParameterizedTest
  @MethodSource("failuresThatDoNot")
  void allElsePassesForNeither(Throwable failure) {
    meansToBoth(failure, false);
  }

  private static void meansToBoth(Throwable failure, boolean passes) {
    for (Throwable each :
        new Throwable[] {failure, new IllegalStateException(new RuntimeException(failure))}) {
      assertThat(Failures.isTransient(each)).as("the inbox").isEqualTo(passes);
      assertThat(TransientFailure.is(each)).as("the door").isEqualTo(passes);
    }
  }
}
