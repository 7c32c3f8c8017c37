package baton.intake;

import static baton.intake.HubSpotApp.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A platform with a source of its own. */
record ConnectedPlatform(String source, String secret) {

  private static final RestAssuredConfig RAW_FORMS =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT));

  /** Connects one that has this secret. */
  static ConnectedPlatform with(String platform, String secret) {
    String source = "p" + UUID.randomUUID().toString().substring(0, 8);
    String more = ", \"secret\": \"" + secret + "\", \"campaign\": \"own\"";
    connect(source, platform, more).then().statusCode(201);
    return new ConnectedPlatform(source, secret);
  }

  /** Makes the source; {@code more} begins with a comma, if it is not empty. */
  static Response connect(String source, String platform, String more) {
    return as("marketing")
        .body("{\"name\": \"%s\", \"platform\": \"%1$s\"%s}".formatted(platform, more))
        .put("/v1/sources/" + source);
  }

  Response typeform(byte[] body) {
    return posts(Map.of("Typeform-Signature", "sha256=" + hmac(body)), body);
  }

  Response mautic(byte[] body) {
    return posts(Map.of("Webhook-Signature", hmac(body)), body);
  }

  /** In the reading of the documentation. */
  Response linkedIn(byte[] body) {
    byte[] signed = ("hmacsha256=" + new String(body, UTF_8)).getBytes(UTF_8);
    return posts(Map.of("X-LI-Signature", HexFormat.of().formatHex(mac(signed))), body);
  }

  Response calendly(byte[] body) {
    long now = Instant.now().getEpochSecond();
    byte[] signed = (now + "." + new String(body, UTF_8)).getBytes(UTF_8);
    String signature = "t=" + now + ",v1=" + HexFormat.of().formatHex(mac(signed));
    return posts(Map.of("Calendly-Webhook-Signature", signature), body);
  }

  /** Signed with SHA-1, in hexadecimal behind a prefix. */
  Response sha1(String header, String prefix, byte[] body) {
    String signature = prefix + HexFormat.of().formatHex(mac("HmacSHA1", body));
    return posts(Map.of(header, signature), body);
  }

  /** Posts a form with the secret in the address. */
  Response form(byte[] body) {
    return given()
        .config(RAW_FORMS)
        .contentType("application/x-www-form-urlencoded")
        .queryParam("key", secret)
        .body(body)
        .post("/v1/webhooks/" + source);
  }

  Response posts(Map<String, String> headers, byte[] body) {
    return posts("application/json", headers, body);
  }

  Response posts(String mediaType, Map<String, String> headers, byte[] body) {
    return given()
        .config(RAW_FORMS)
        .contentType(mediaType)
        .headers(headers)
        .body(body)
        .redirects()
        .follow(false)
        .post("/v1/webhooks/" + source);
  }

  /** Posts with the secret in the address. */
  Response outboundMessage(byte[] body) {
    return given()
        .contentType("text/xml; charset=UTF-8")
        .queryParam("key", secret)
        .body(body)
        .post("/v1/webhooks/" + source);
  }

  String hmac(byte[] body) {
    return Base64.getEncoder().encodeToString(mac(body));
  }

  byte[] mac(byte[] body) {
    return mac("HmacSHA256", body);
  }

  private byte[] mac(String algorithm, byte[] body) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
