package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.intake.submission.DiscardReason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.core.MediaType;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * LinkedIn: notices that somebody <a
 * href="https://learn.microsoft.com/en-us/linkedin/marketing/lead-sync/leadsync">filled in a
 * form</a>, or had that deleted, by number only: what was filled in is fetched. Signed over the
 * body alone, in one of three {@linkplain baton.intake.sources.SignedText readings}, so that only
 * the number of the response stands against a replay.
 */
final class LinkedInSender extends JsonSender {

  private static final String PREFIX = "hmacsha256=";
  private static final Pattern RESPONSE =
      Pattern.compile("urn:li:leadGenFormResponse:([A-Za-z0-9-]{1,100})");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final String FIELDS =
      "?fields=id,leadType,submittedAt,testLead,formResponse,leadMetadata,leadMetadataInfo,"
          + "form:(hiddenFields,creationLocale,name,id,content)";

  private final String version;

  /**
   * @param version of LinkedIn's API, a year and a month
   */
  LinkedInSender(String version) {
    this.version = version;
  }

  @Override
  public boolean isAuthentic(Delivery delivery, String secret) {
    String given = delivery.header("X-LI-Signature");
    byte[] body = delivery.body();
    return switch (delivery.source().source().settings().signedText()) {
      case PREFIXED_BODY -> Hmac.equal(given, hex(Hmac.of(secret, PREFIX.getBytes(UTF_8), body)));
      case PREFIXED_SIGNATURE -> Hmac.equal(given, PREFIX + hex(Hmac.of(secret, body)));
      case BODY -> Hmac.equal(given, hex(Hmac.of(secret, body)));
    };
  }

  private static String hex(byte[] code) {
    return HexFormat.of().formatHex(code);
  }

  /**
   * LinkedIn asks for it every two hours; the latest secret is the one that its app has. What is no
   * UUID is not signed: it could be a body, and its sender anybody.
   */
  @Override
  public Optional<Answer> handshake(Delivery delivery) {
    List<String> codes = delivery.query("challengeCode");
    List<String> secrets = delivery.source().secrets();
    if (codes.size() != 1 || secrets.isEmpty() || !UUID.matcher(codes.get(0)).matches()) {
      return Optional.empty();
    }
    String code = codes.get(0);
    String response = hex(Hmac.of(secrets.get(secrets.size() - 1), code.getBytes(UTF_8)));
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("challengeCode", code)
            .put("challengeResponse", response)
            .toString();
    return Optional.of(Answer.of(MediaType.APPLICATION_JSON, body));
  }

  @Override
  Said said(Delivery delivery, JsonNode item) {
    String id = responseId(item);
    if (id == null) {
      return item.path("type").isTextual() && !item.path("type").asText().equals("LEAD_ACTION")
          ? new Said.Nothing(DiscardReason.NOT_AN_INQUIRY)
          : new Said.Unmapped();
    }
    return switch (item.path("leadAction").asText()) {
      case "CREATED" ->
          item.path(FETCHED).isObject()
              ? LinkedInLead.said(id, item.path(FETCHED))
              : new Said.Elsewhere(reference(id));
      case "DELETED" -> new Said.Erasure(id, identity(id, "CREATED"));
      default -> new Said.Unmapped();
    };
  }

  private Reference reference(String id) {
    return new Reference(
        "/rest/leadFormResponses/" + id + FIELDS,
        Map.of("LinkedIn-Version", version, "X-Restli-Protocol-Version", "2.0.0"));
  }

  private static String responseId(JsonNode item) {
    Matcher urn = RESPONSE.matcher(item.path("leadGenFormResponse").asText(""));
    return urn.matches() ? urn.group(1) : null;
  }

  @Override
  String identity(Delivery delivery, JsonNode item, int index, byte[] raw) {
    String id = responseId(item);
    return id == null
        ? "linkedin:" + digest(item, raw)
        : identity(id, item.path("leadAction").asText());
  }

  private static String identity(String id, String action) {
    return "linkedin:" + id + ":" + action;
  }
}
