package baton.eventlog.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.eventlog.conformance.LogDatabase;
import baton.eventlog.conformance.RememberingSender;
import baton.eventlog.relay.Relay.Result;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayLockTest {

  private final LogDatabase db = LogDatabase.fresh("event_log_lock");

  @Test
  void aTakeOverThatFailsHalfwayLeavesTheLockToWhoeverComesNext() throws Exception {
    try (Relay relay = relay();
        Relay other = relay()) {
      db.execute("alter table relay_cursor rename to relay_cursor_away");
      try {
        assertThatThrownBy(relay::runOnce).isInstanceOf(SQLException.class);
      } finally {
        db.execute("alter table relay_cursor_away rename to relay_cursor");
      }
      assertThat(other.runOnce()).isEqualTo(Result.IDLE);
      assertThat(relay.runOnce()).isEqualTo(Result.STANDBY);
    }
  }

  private Relay relay() {
    return new Relay(db.dataSource(), new RememberingSender(), List.of(), db.clock());
  }
}
