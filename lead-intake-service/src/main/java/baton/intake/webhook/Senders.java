package baton.intake.webhook;

import baton.intake.sources.Platform;
import jakarta.inject.Singleton;

/** Which sender's ways hold for a platform. */
@Singleton
class Senders {

  private final Sender standard = new StandardSender();
  private final Sender hubSpot = new HubSpotSender();

  Sender of(Platform platform) {
    return switch (platform) {
      case STANDARD_WEBHOOKS -> standard;
      case HUBSPOT -> hubSpot;
    };
  }
}
