package baton.intake.webhook;

import baton.intake.sources.Platform;

/** Unbounce: JSON within a form, with the secret in the address. */
class UnbounceConformanceTest extends SenderConformance {

  @Override
  Ways ways() {
    return new FormWays() {
      @Override
      public Platform platform() {
        return Platform.UNBOUNCE;
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
        return "page_id=" + id + "&data.json=%7B%22email%22%3A%5B%22" + email + "%22%5D%7D";
      }
    };
  }
}
