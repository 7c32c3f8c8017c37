package baton.intake.webhook;

import baton.intake.sources.Platform;
import baton.intake.sources.Proof;
import baton.intake.sources.SignedText;
import baton.intake.sources.Source;
import baton.intake.sources.SourceSettings;

/** A sender of a form of its own, with the secret in the address. */
class GenericFormConformanceTest extends SenderConformance {

  @Override
  Ways ways() {
    return new FormWays() {
      @Override
      public Platform platform() {
        return Platform.GENERIC;
      }

      @Override
      public String secret(int number) {
        return "typed-in-twice-" + number;
      }

      @Override
      public String query(String secret) {
        return "?key=" + secret;
      }

      @Override
      public Source source() {
        Proof proof = new Proof(Proof.By.ADDRESS, "key", null, null);
        return Deliveries.source(
            platform(), new SourceSettings(false, SignedText.PREFIXED_BODY, null, proof, null));
      }

      @Override
      public String inquiry(String email, String id) {
        return "id=" + id + "&email=" + email;
      }
    };
  }
}
