package baton.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import baton.http.digest.Sha256;
import baton.testing.TestKeys;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An app of HubSpot, connected to a source of its own, that posts to the public URL of this
 * service. Each of the {@code posts} is as good as the last but for what is said otherwise.
 */
final class HubSpotApp {

  final String source = "h" + UUID.randomUUID().toString().substring(0, 8);
  final String secret = UUID.randomUUID().toString();
  final String url = "http://localhost:8080/api/intake/v1/webhooks/" + source;

  static HubSpotApp connected() {
    HubSpotApp app = new HubSpotApp();
    app.put("").statusCode(201);
    return app;
  }

  /** Makes or changes the source; {@code more} begins with a comma, if it is not empty. */
  ValidatableResponse put(String more) {
    return as("marketing")
        .body(
            "{\"name\": \"Forms\", \"platform\": \"HUBSPOT\", \"secret\": \"%s\"%s}"
                .formatted(secret, more))
        .put("/v1/sources/" + source)
        .then();
  }

  ValidatableResponse posts(String body) {
    return posts(body.getBytes(UTF_8));
  }

  ValidatableResponse posts(byte[] body) {
    String timestamp = now(0);
    return sends(body, version3(timestamp, secret, url, body), timestamp);
  }

  ValidatableResponse sends(byte[] body, String signature, String timestamp) {
    return request()
        .header("X-HubSpot-Signature-v3", signature)
        .header("X-HubSpot-Request-Timestamp", timestamp)
        .body(body)
        .post("/v1/webhooks/" + source)
        .then();
  }

  RequestSpecification request() {
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType("application/json");
  }

  static RequestSpecification as(String role) {
    return given().contentType("application/json").header("X-API-Key", TestKeys.of(role));
  }

  /** So many milliseconds from now. */
  static String now(long offset) {
    return String.valueOf(Instant.now().toEpochMilli() + offset);
  }

  static String version3(String timestamp, String secret, String url, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(join("POST" + url, body, timestamp)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String version2(String secret, String url, byte[] body) {
    return Sha256.of(join(secret + "POST" + url, body, "")).toString();
  }

  private static byte[] join(String before, byte[] body, String after) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(before.getBytes(UTF_8));
    all.writeBytes(body);
    all.writeBytes(after.getBytes(UTF_8));
    return all.toByteArray();
  }
}
