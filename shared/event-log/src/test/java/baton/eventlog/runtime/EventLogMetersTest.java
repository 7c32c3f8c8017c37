package baton.eventlog.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import baton.eventlog.conformance.RememberingSender;
import baton.eventlog.relay.Relay;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogMetersTest {

  private final LogDatabase db = LogDatabase.fresh("event_log_meters");
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void anEventThatWaitsForMoreThanTenMinutesIsOverdue() {
    watch();
    waitSince("2026-03-02T09:00:00Z");
    db.clock.advance(Duration.ofMinutes(10));
    assertThat(count("baton.waiting.overdue")).isZero();
    db.clock.advance(Duration.ofSeconds(3));
    assertThat(count("baton.waiting.overdue")).isEqualTo(1);
    waitSince("2026-03-02T09:05:00Z");
    db.clock.advance(Duration.ofSeconds(3));
    assertThat(count("baton.waiting.overdue")).isEqualTo(1);
    assertThat(meters.get("baton.waiting").tag("for", "prerequisite").gauge().value()).isEqualTo(2);
    db.execute("truncate waiting");
    db.clock.advance(Duration.ofSeconds(3));
    assertThat(count("baton.waiting.overdue")).isZero();
  }

  private double count(String name) {
    return meters.get(name).gauge().value();
  }

  private void waitSince(String time) {
    db.execute(
        """
        insert into waiting (topic, subject, sequence, prerequisite, event_id, type, occurred_at, since)
        values ('baton.routing', gen_random_uuid(), 1, 'rep', gen_random_uuid(), 'baton.test.v1',
                '%1$s', '%1$s')"""
            .formatted(time));
  }

  private void watch() {
    EventLogConfig config = TestConfig.defaults();
    Relay relay = new Relay(db.dataSource(), new RememberingSender(), List.of(), db.clock());
    new EventLogMeters(
            (AgroalDataSource) db.dataSource(),
            db.clock(),
            config,
            relay,
            new RelayThread(relay, new RelayWaker(), config, db.clock()))
        .register(new StartupEvent(), meters);
  }
}
