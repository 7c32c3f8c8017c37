package baton.intake.webhook;

import baton.eventlog.Cause;
import baton.intake.sources.Platform;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import java.time.Instant;
import java.util.Map;

/** Deliveries of HubSpot that never went over a wire. */
final class HubSpotDeliveries {

  static final String SECRET = "f3a1c6de-0b7e-4c59-9d5c-2f6a1b0e7a44";

  private HubSpotDeliveries() {}

  static Delivery delivery(String uri, Map<String, String> headers, byte[] body) {
    return delivery(source(false), uri, headers, body);
  }

  static Delivery toVersion3Only(String uri, Map<String, String> headers, byte[] body) {
    return delivery(source(true), uri, headers, body);
  }

  private static Delivery delivery(
      Source source, String uri, Map<String, String> headers, byte[] body) {
    return new Delivery(
        new Sources.WithSecret(source, SECRET), uri, headers::get, body, Cause.ofItself());
  }

  private static Source source(boolean v3Only) {
    return new Source("forms", "Forms", Platform.HUBSPOT, v3Only, null, null, true, Instant.EPOCH);
  }
}
