package baton.intake.webhook;

import baton.intake.sources.Platform;
import java.util.Map;

/** Deliveries of HubSpot that never went over a wire. */
final class HubSpotDeliveries {

  static final String SECRET = "f3a1c6de-0b7e-4c59-9d5c-2f6a1b0e7a44";

  private HubSpotDeliveries() {}

  static Delivery delivery(String uri, Map<String, String> headers, byte[] body) {
    return Deliveries.of(Deliveries.source(Platform.HUBSPOT, false), uri, headers, body);
  }

  static Delivery toVersion3Only(String uri, Map<String, String> headers, byte[] body) {
    return Deliveries.of(Deliveries.source(Platform.HUBSPOT, true), uri, headers, body);
  }
}
