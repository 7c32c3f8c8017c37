package baton.intake.webhook;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Tells whether a webhook comes from the source that it claims to come from. */
@Singleton
public class Signatures {

  private final Senders senders;
  private final Clock clock;

  Signatures(Senders senders, Clock clock) {
    this.senders = senders;
    this.clock = clock;
  }

  /** Whether one of the source's secrets proves it, in the way of its platform. */
  public boolean isAuthentic(Delivery delivery) {
    Sender sender = senders.of(delivery.source().source().platform());
    Instant now = clock.instant();
    boolean authentic = false;
    for (String secret : delivery.source().secrets()) {
      authentic |= sender.isAuthentic(delivery, secret, now);
    }
    return authentic;
  }
}
