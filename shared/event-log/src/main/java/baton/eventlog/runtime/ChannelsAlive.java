package baton.eventlog.runtime;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Fails when records lie unread and nothing moves. */
@Liveness
@Singleton
class ChannelsAlive implements HealthCheck {

  private final LagMonitor monitor;

  ChannelsAlive(LagMonitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("channels are read").status(!monitor.stuck()).build();
  }
}
