package baton.eventlog.runtime;

import baton.eventlog.inbox.Received;
import baton.eventlog.inbox.Tally;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** What happens to events, as counters; and whether deliveries are being repeated just now. */
@Singleton
class MeteredTally implements Tally {

  private final MeterRegistry meters;
  private final Clock clock;
  private volatile boolean retrying;

  MeteredTally(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  boolean isRetrying() {
    return retrying;
  }

  @Override
  public void applied(Received event) {
    meters.counter("baton.inbox.applied", "topic", event.topic()).increment();
    if (event.recordedAt() != null) {
      meters
          .timer("baton.inbox.delay", "topic", event.topic())
          .record(Duration.between(event.recordedAt(), clock.instant()));
    }
  }

  @Override
  public void duplicate(String topic) {
    meters.counter("baton.inbox.duplicates", "topic", topic).increment();
  }

  @Override
  public void parked(String topic) {
    meters.counter("baton.inbox.parked", "topic", topic).increment();
  }

  @Override
  public void retrying(Throwable cause) {
    retrying = true;
    meters.counter("baton.inbox.retries").increment();
  }

  @Override
  public void delivered() {
    retrying = false;
  }
}
