package baton.intake.webhook;

import jakarta.inject.Singleton;
import java.time.Clock;

/** Tells whether a webhook comes from the source that it claims to come from. */
@Singleton
public class Signatures {

  private final Senders senders;
  private final Clock clock;

  Signatures(Senders senders, Clock clock) {
    this.senders = senders;
    this.clock = clock;
  }

  /** Checks the signature as the platform of the source makes it. */
  public boolean isAuthentic(Delivery delivery) {
    return senders.of(delivery.source().source().platform()).isAuthentic(delivery, clock.instant());
  }
}
