package baton.intake.webhook;

import baton.intake.sources.Platform;

/** Mailchimp: a form, with the secret in the address. */
class MailchimpConformanceTest extends SenderConformance {

  @Override
  Ways ways() {
    return new FormWays() {
      @Override
      public Platform platform() {
        return Platform.MAILCHIMP;
      }

      @Override
      public String secret(int number) {
        return "in-the-address-" + number;
      }

      @Override
      public String query(String secret) {
        return "?key=" + secret;
      }

      @Override
      public String inquiry(String email, String id) {
        return "type=subscribe&data%5Bid%5D=" + id + "&data%5Bemail%5D=" + email;
      }
    };
  }
}
