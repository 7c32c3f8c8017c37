package baton.eventlog.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import baton.eventlog.conformance.RememberingSender;
import baton.eventlog.relay.Relay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** A relay that is not called any more, or does not return, is not alive. */
class RelayAliveTest {

  private static final Duration ALLOWED = Duration.ofMinutes(2);

  private final LogDatabase db = LogDatabase.fresh("event_log_relay_alive");
  private final Relay relay =
      new Relay(db.dataSource(), new RememberingSender(), List.of(), db.clock());

  @Test
  void isAliveAsLongAsItMoves() throws Exception {
    RelayAlive alive = watched("true");
    db.clock.advance(ALLOWED);
    assertThat(alive.call().getStatus()).isEqualTo(Status.UP);
    db.clock.advance(Duration.ofMillis(1));
    assertThat(alive.call().getStatus()).isEqualTo(Status.DOWN);

    relay.runOnce();
    assertThat(alive.call().getStatus()).isEqualTo(Status.UP);
    relay.close();
  }

  @Test
  void isNotMissedWhereOthersRelay() {
    RelayAlive alive = watched("false");
    db.clock.advance(ALLOWED.plusMillis(1));
    assertThat(alive.call().getStatus()).isEqualTo(Status.UP);
  }

  private RelayAlive watched(String relays) {
    EventLogConfig config = TestConfig.with(Map.of("baton.event-log.relay", relays));
    return new RelayAlive(new RelayThread(relay, new RelayWaker(), config, db.clock()));
  }
}
