package baton.intake.webhook;

import baton.intake.sources.Platform;
import java.time.Instant;
import java.util.Map;

/** Marketo: a template that is a form. */
class MarketoFormConformanceTest extends SenderConformance {

  @Override
  Ways ways() {
    return new FormWays() {
      @Override
      public Platform platform() {
        return Platform.MARKETO;
      }

      @Override
      public String secret(int number) {
        return "header-" + number;
      }

      @Override
      public Map<String, String> headers(String secret, byte[] body, Instant at) {
        return Map.of("X-Webhook-Secret", secret);
      }

      @Override
      public String inquiry(String email, String id) {
        return "step=" + id + "&email_address=" + email;
      }
    };
  }
}
