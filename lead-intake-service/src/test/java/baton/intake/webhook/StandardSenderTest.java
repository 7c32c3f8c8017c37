package baton.intake.webhook;

import baton.intake.sources.Platform;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Signed by the reference library of Standard Webhooks. */
class StandardSenderTest extends SenderConformance {

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.STANDARD_WEBHOOKS;
      }

      @Override
      public String secret(int number) {
        byte[] key = ("a secret of thirty-two bytes: %03d".formatted(number)).getBytes();
        return "whsec_" + Base64.getEncoder().encodeToString(key);
      }

      @Override
      public Map<String, String> headers(String secret, byte[] body, Instant at) {
        long time = at.getEpochSecond();
        String text = new String(body, StandardCharsets.UTF_8);
        try {
          return Map.of(
              "webhook-id",
              "msg_1",
              "webhook-timestamp",
              String.valueOf(time),
              "webhook-signature",
              new Webhook(secret).sign("msg_1", time, text));
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
          throw new IllegalStateException(e);
        }
      }

      @Override
      public String inquiry(String email, String id) {
        return """
            {"id": %s, "email": "%s", "first_name": "Jo", "company": {"name": "Example GmbH"}}"""
            .formatted(id, email);
      }

      @Override
      public boolean hasTime() {
        return true;
      }

      /** Some senders give the same id to different things. */
      @Override
      public boolean isNamedById() {
        return false;
      }
    };
  }
}
