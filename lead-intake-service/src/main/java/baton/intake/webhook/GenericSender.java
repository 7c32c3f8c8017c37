package baton.intake.webhook;

import baton.intake.mapping.Mappings;
import baton.intake.sources.Proof;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Any sender, of JSON or forms, that shows a secret or signs the body. None of it has a time, so
 * that only the identity of its items stands against a replay.
 */
final class GenericSender extends MappedSender {

  GenericSender(Mappings mappings) {
    super(mappings);
  }

  @Override
  public Set<String> mediaTypes() {
    return Set.of(MediaType.APPLICATION_JSON, FormBody.MEDIA_TYPE);
  }

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    Proof proof = delivery.source().source().settings().proof();
    return switch (proof.by()) {
      case HEADER -> Hmac.equal(delivery.header(proof.name()), secret);
      case ADDRESS -> {
        List<String> shown = delivery.query(proof.name());
        yield shown.size() == 1 && Hmac.equal(shown.get(0), secret);
      }
      case SIGNATURE ->
          Hmac.equal(delivery.header(proof.name()), signature(proof, secret, delivery.body()));
    };
  }

  private static String signature(Proof proof, String secret, byte[] body) {
    byte[] code = Hmac.of(secret, body);
    String text =
        proof.encoding() == Proof.Encoding.BASE64
            ? Base64.getEncoder().encodeToString(code)
            : HexFormat.of().formatHex(code);
    return proof.prefix() == null ? text : proof.prefix() + text;
  }

  @Override
  JsonNode read(Delivery delivery) {
    return delivery.mediaType().equals(FormBody.MEDIA_TYPE)
        ? FormBody.read(delivery.body(), delivery.charset())
        : super.read(delivery);
  }

  @Override
  String mediaTypeOfKept(Delivery delivery) {
    return delivery.mediaType().equals(FormBody.MEDIA_TYPE)
        ? FormBody.mediaType(delivery.charset())
        : super.mediaTypeOfKept(delivery);
  }

  /** What the mapping says is the id, or else the item in whatever order its members came. */
  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    return mapping(delivery)
        .flatMap(mapping -> mapping.id(item))
        .map(id -> "generic:id:" + id)
        .orElseGet(() -> "generic:" + digest(item, raw));
  }
}
