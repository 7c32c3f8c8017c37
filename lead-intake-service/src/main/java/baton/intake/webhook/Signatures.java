package baton.intake.webhook;

import jakarta.inject.Singleton;

/** Tells whether a webhook comes from the source that it claims to come from. */
@Singleton
public class Signatures {

  private final Senders senders;

  Signatures(Senders senders) {
    this.senders = senders;
  }

  /** Whether one of the source's secrets proves it, in the way of its platform. */
  public boolean isAuthentic(Delivery delivery) {
    Sender sender = senders.of(delivery);
    boolean authentic = false;
    for (String secret : delivery.source().secrets()) {
      authentic |= sender.isAuthentic(delivery, secret);
    }
    return authentic;
  }
}
