package baton.intake.webhook;

import baton.intake.sources.Sources;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Tells whether a webhook comes from the source that it claims to come from. */
@Singleton
public class Signatures {

  private final Clock clock;

  Signatures(Clock clock) {
    this.clock = clock;
  }

  /** Checks the three headers of Standard Webhooks, any of which may be null, against the body. */
  public boolean isAuthentic(
      Sources.WithSecret source, String id, String timestamp, String signatures, byte[] body) {
    return StandardSignature.isAuthentic(
        source.secret(), id, timestamp, signatures, body, clock.instant());
  }
}
