package baton.eventlog.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogDatabaseTest {

  @Test
  void nobodyWaitsForEverForALockThatAnotherTestHolds() {
    assertThat(LogDatabase.fresh("event_log_locks").one("show lock_timeout")).isEqualTo("1min");
  }
}
