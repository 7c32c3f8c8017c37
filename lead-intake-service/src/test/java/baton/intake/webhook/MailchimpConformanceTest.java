package baton.intake.webhook;

import baton.intake.sources.Platform;
import java.util.List;

/** Mailchimp: a form, with the secret in the address. */
class MailchimpConformanceTest extends SenderConformance {

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.MAILCHIMP;
      }

      @Override
      public String secret(int number) {
        return "in-the-address-" + number;
      }

      @Override
      public BodyFormat format() {
        return new FormFormat();
      }

      @Override
      public String batch(List<String> items) {
        return null;
      }

      @Override
      public String query(String secret) {
        return "?key=" + secret;
      }

      @Override
      public String inquiry(String email, String id) {
        return "type=subscribe&data%5Bid%5D=" + id + "&data%5Bemail%5D=" + email;
      }

      @Override
      public boolean coversBody() {
        return false;
      }
    };
  }
}
