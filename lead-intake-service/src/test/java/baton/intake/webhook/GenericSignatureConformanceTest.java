package baton.intake.webhook;

import baton.intake.sources.Platform;
import baton.intake.sources.Proof;
import baton.intake.sources.SignedText;
import baton.intake.sources.Source;
import baton.intake.sources.SourceSettings;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** A sender of its own that signs its bodies. */
class GenericSignatureConformanceTest extends SenderConformance {

  @Override
  Ways ways() {
    return new Ways() {
      @Override
      public Platform platform() {
        return Platform.GENERIC;
      }

      @Override
      public String secret(int number) {
        return "typed-in-twice-" + number;
      }

      @Override
      public Source source() {
        Proof proof = new Proof(Proof.By.SIGNATURE, "X-Signature", Proof.Encoding.HEX, "sha256=");
        return Deliveries.source(
            platform(), new SourceSettings(false, SignedText.PREFIXED_BODY, null, proof, null));
      }

      @Override
      public Map<String, String> headers(String secret, byte[] body, Instant at) {
        return Map.of(
            "X-Signature", "sha256=" + HexFormat.of().formatHex(Deliveries.hmac(secret, body)));
      }

      @Override
      public String inquiry(String email, String id) {
        return "{\"id\": %s, \"email\": \"%s\"}".formatted(id, email);
      }

      @Override
      public boolean isNamedById() {
        return false;
      }
    };
  }
}
