package baton.eventlog.runtime;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Fails when the relay hangs. One that fails and tries again is alive. */
@Liveness
@Singleton
class RelayAlive implements HealthCheck {

  private final RelayThread relay;

  RelayAlive(RelayThread relay) {
    this.relay = relay;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("events are sent").status(!relay.isStuck()).build();
  }
}
