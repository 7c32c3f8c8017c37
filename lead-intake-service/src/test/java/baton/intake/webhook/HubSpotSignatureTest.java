package baton.intake.webhook;

import static baton.intake.webhook.HubSpotDeliveries.delivery;
import static baton.intake.webhook.HubSpotDeliveries.toVersion3Only;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Vectors of another implementation, with SECRET, URI, BODY and TS as below:
 *
 * <pre>
 * V3: printf '%s' "POST$URI$BODY$TS" | openssl dgst -sha256 -hmac "$SECRET" -binary | base64
 * V2: printf '%s' "${SECRET}POST$URI$BODY" | openssl dgst -sha256
 * V1: printf '%s' "$SECRET$BODY" | openssl dgst -sha256
 * </pre>
 */
class HubSpotSignatureTest {

  private static final String URI =
      "https://leads.example.com/api/intake/v1/webhooks/forms?region=emea%2Fdach%3A1";
  private static final String BODY =
      "{\"submittedAt\":1772442000000,\"values\":[{\"name\":\"firstname\",\"value\":\"J\\u00f6rg\"}],"
          + "\"pageUrl\":\"https:\\/\\/example.com\\/demo\"}";
  private static final String TS = "1772442000123";
  private static final String V3 = "JJUlmYgHXzdEdujy3Nx2zlarNnrq6xL3GQ/1DsHgVm0=";

  /** With {@code ?region=emea/dach:1} in URI. */
  private static final String V3_DECODED = "yCLwhrtkXrxKDABrgAWDTAzwvCGNuBkSWM8JRGiRlQg=";

  private static final String V2 =
      "1c15d7a81382288cea83b7102cdf883f86cd70d6ee3d047675ec13fd9bf5f7ea";
  private static final String V1 =
      "f015338a09483ceb7d55e68edcb77afec6a7899c97d3726e58dd0618df1ba55e";
  private static final Instant SENT = Instant.ofEpochMilli(1772442000123L);

  @Test
  void version3OverTheUrlAsCalledOrWithItsEscapesDecodedIsAuthentic() {
    assertThat(isAuthentic(URI, version3(V3, TS), BODY)).isTrue();
    assertThat(isAuthentic(URI, version3(V3_DECODED, TS), BODY)).isTrue();
    assertThat(isAuthentic(URI.replace("%2F", "%2f"), version3(V3_DECODED, TS), BODY)).isTrue();
  }

  /** {@code { printf 'POST%s' "$URI"; printf '\xff\xfe{'; printf '%s' "$TS"; } | openssl …}. */
  @Test
  void bytesThatAreNoTextAreAuthenticAllTheSame() {
    byte[] body = "\u00ff\u00fe{".getBytes(ISO_8859_1);
    Map<String, String> headers = version3("FxUlTBW5uhtmrZB51X8gl3MAjU55sSAWGk7gEDuCz3g=", TS);
    assertThat(
            HubSpotSignature.isAuthentic(
                delivery(URI, headers, body), HubSpotDeliveries.SECRET, SENT))
        .isTrue();
  }

  @Test
  void versions2And1AreAuthenticUnlessTheSourceTakesVersion3Only() {
    assertThat(isAuthentic(URI, digest("v2", V2), BODY)).isTrue();
    assertThat(isAuthentic(URI, digest("v1", V1), BODY)).isTrue();
    assertThat(isAuthentic("https://elsewhere.example.com", digest("v1", V1), BODY)).isTrue();
    assertThat(only3(digest("v2", V2))).isFalse();
    assertThat(only3(digest("v1", V1))).isFalse();
    assertThat(only3(version3(V3, TS))).isTrue();
  }

  @Test
  void version3DecidesWhereItIsGivenWhateverVersion2Says() {
    Map<String, String> headers = digest("v2", V2);
    headers.putAll(version3(V3.replace("JJ", "JK"), TS));
    assertThat(isAuthentic(URI, headers, BODY)).isFalse();
    headers.put("X-HubSpot-Signature-v3", "");
    assertThat(isAuthentic(URI, headers, BODY)).isFalse();
    headers.putAll(version3(V3, TS));
    headers.put("X-HubSpot-Signature", "wrong");
    assertThat(isAuthentic(URI, headers, BODY)).isTrue();
  }

  @Test
  void aDigestOfAnotherVersionThanItSaysIsRefused() {
    assertThat(isAuthentic(URI, digest("v1", V2), BODY)).isFalse();
    assertThat(isAuthentic(URI, digest("v2", V1), BODY)).isFalse();
    assertThat(isAuthentic(URI, digest("v3", V2), BODY)).isFalse();
    assertThat(isAuthentic(URI, digest("V2 ", V2), BODY)).isFalse();
  }

  @Test
  void anythingMissingIsRefused() {
    assertThat(isAuthentic(URI, Map.of(), BODY)).isFalse();
    assertThat(isAuthentic(URI, Map.of("X-HubSpot-Signature-v3", V3), BODY)).isFalse();
    assertThat(isAuthentic(URI, Map.of("X-HubSpot-Request-Timestamp", TS), BODY)).isFalse();
    assertThat(isAuthentic(URI, Map.of("X-HubSpot-Signature", V2), BODY)).isFalse();
    assertThat(isAuthentic(URI, Map.of("X-HubSpot-Signature-Version", "v2"), BODY)).isFalse();
  }

  @Test
  void aTimeThatIsNoneIsRefused() {
    for (String time :
        new String[] {"", "soon", "1772442000", "01772442000123", "+" + TS, TS + " "}) {
      assertThat(isAuthentic(URI, version3(V3, time), BODY)).as(time).isFalse();
    }
  }

  @Test
  void fiveMinutesOldIsTakenAndOneMillisecondMoreIsNot() {
    assertThat(isAuthenticAfter(Duration.ofMinutes(5))).isTrue();
    assertThat(isAuthenticAfter(Duration.ofMinutes(5).plusMillis(1))).isFalse();
  }

  @Test
  void fiveMinutesAheadIsTakenAndOneMillisecondMoreIsNot() {
    assertThat(isAuthenticAfter(Duration.ofMinutes(-5))).isTrue();
    assertThat(isAuthenticAfter(Duration.ofMinutes(-5).minusMillis(1))).isFalse();
  }

  @Test
  void oneBitTurnedAnywhereIsRefused() {
    forEachBitTurned(BODY, turned -> refuses(URI, version3(V3, TS), turned));
    forEachBitTurned(URI, turned -> refuses(turned, version3(V3, TS), BODY));
    forEachBitTurned(TS, turned -> refuses(URI, version3(V3, turned), BODY));
    forEachBitTurned(V3, turned -> refuses(URI, version3(turned, TS), BODY));
    forEachBitTurned(BODY, turned -> refuses(URI, digest("v2", V2), turned));
    forEachBitTurned(URI, turned -> refuses(turned, digest("v2", V2), BODY));
    forEachBitTurned(BODY, turned -> refuses(URI, digest("v1", V1), turned));
    forEachBitTurned(V1, turned -> refuses(URI, digest("v1", turned), BODY));
    forEachBitTurned(V2, turned -> refuses(URI, digest("v2", turned), BODY));
  }

  private static void refuses(String uri, Map<String, String> headers, String body) {
    assertThat(isAuthentic(uri, headers, body)).as("%s %s %s", uri, headers, body).isFalse();
  }

  private static void forEachBitTurned(String text, java.util.function.Consumer<String> check) {
    for (int bit = 0; bit < text.length() * 8; bit++) {
      byte[] bytes = text.getBytes(ISO_8859_1);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      check.accept(new String(bytes, ISO_8859_1));
    }
  }

  private static boolean isAuthenticAfter(Duration age) {
    Delivery delivery = delivery(URI, version3(V3, TS), BODY.getBytes(UTF_8));
    return HubSpotSignature.isAuthentic(delivery, HubSpotDeliveries.SECRET, SENT.plus(age));
  }

  private static boolean isAuthentic(String uri, Map<String, String> headers, String body) {
    return HubSpotSignature.isAuthentic(
        delivery(uri, headers, body.getBytes(ISO_8859_1)), HubSpotDeliveries.SECRET, SENT);
  }

  private static boolean only3(Map<String, String> headers) {
    return HubSpotSignature.isAuthentic(
        toVersion3Only(URI, headers, BODY.getBytes(UTF_8)), HubSpotDeliveries.SECRET, SENT);
  }

  private static Map<String, String> version3(String signature, String timestamp) {
    return new HashMap<>(
        Map.of("X-HubSpot-Signature-v3", signature, "X-HubSpot-Request-Timestamp", timestamp));
  }

  private static Map<String, String> digest(String version, String signature) {
    return new HashMap<>(
        Map.of("X-HubSpot-Signature-Version", version, "X-HubSpot-Signature", signature));
  }
}
