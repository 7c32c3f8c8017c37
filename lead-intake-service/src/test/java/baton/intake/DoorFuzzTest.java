package baton.intake;

import static baton.intake.HubSpotApp.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import baton.intake.sources.Platform;
import baton.testing.BatonInfrastructure;
import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Bodies of every platform, changed by chance and then signed as the platform does it, at the door:
 * each is answered, and what is answered is in the books. A few in the ordinary build; more with
 * {@code -Dbaton.fuzz=100000}.
 */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class DoorFuzzTest {

  private static final int BODIES = Integer.getInteger("baton.fuzz", 680);
  private static final String SECRET = "typed-in-twice";

  private final Map<Platform, ConnectedPlatform> connected = new EnumMap<>(Platform.class);
  private final Map<Platform, Integer> answered = new EnumMap<>(Platform.class);

  @Test
  void whateverIsPostedIsAnsweredAndInTheBooks() throws Exception {
    for (Platform platform : Platform.values()) {
      connected.put(platform, connect(platform));
    }
    Random random = new Random(20260302);
    for (int i = 0; i < BODIES; i++) {
      Platform platform = Platform.values()[i % Platform.values().length];
      byte[] body = Bodies.mutated(platform, random);
      count(platform, post(connected.get(platform), platform, body));
    }
    List<Map<String, Object>> balance =
        as("marketing").get("/v1/balance").then().extract().path("entries");
    for (Platform platform : Platform.values()) {
      String source = connected.get(platform).source();
      int kept =
          balance.stream()
              .filter(line -> line.get("source").equals(source))
              .mapToInt(line -> (int) line.get("submissions"))
              .sum();
      assertThat(kept).as("%s", platform).isEqualTo(answered.getOrDefault(platform, 0));
    }
    assertThat(as("marketing").get("/v1/balance").<Integer>path("difference")).isZero();
  }

  /** Where the secret stands in the body chance may have changed it: that is no more authentic. */
  private void count(Platform platform, Response response) {
    boolean inBody = platform == Platform.GOOGLE_ADS || platform == Platform.SALESFORCE_WEB_TO_LEAD;
    if (response.statusCode() == 401 && inBody) {
      return;
    }
    assertThat(response.statusCode()).as("%s: %s", platform, response.asString()).isIn(200, 303);
    List<Object> receipts =
        response.contentType().contains("json") ? response.path("receipts") : null;
    answered.merge(platform, receipts == null ? 1 : receipts.size(), Integer::sum);
  }

  private static ConnectedPlatform connect(Platform platform) {
    String source = "z" + UUID.randomUUID().toString().substring(0, 8);
    String secret =
        platform == Platform.STANDARD_WEBHOOKS ? "" : ", \"secret\": \"" + SECRET + "\"";
    String made = ConnectedPlatform.connect(source, platform.name(), secret).path("secret");
    return new ConnectedPlatform(source, made == null ? SECRET : made);
  }

  private static Response post(ConnectedPlatform source, Platform platform, byte[] body)
      throws Exception {
    String mediaType = Bodies.mediaType(platform);
    return switch (platform) {
      case SALESFORCE_OUTBOUND_MESSAGE -> source.outboundMessage(body);
      case MAILCHIMP, UNBOUNCE -> source.form(body);
      case GOOGLE_ADS, SALESFORCE_WEB_TO_LEAD -> source.posts(mediaType, Map.of(), body);
      case MAUTIC -> source.mautic(body);
      case TYPEFORM -> source.typeform(body);
      case LINKEDIN_LEAD_GEN ->
          source.posts(
              Map.of("X-LI-Signature", hex(source, "hmacsha256=".getBytes(UTF_8), body)), body);
      case CALENDLY -> {
        String time = String.valueOf(Instant.now().getEpochSecond());
        String signature = hex(source, (time + ".").getBytes(UTF_8), body);
        yield source.posts(
            Map.of("Calendly-Webhook-Signature", "t=" + time + ",v1=" + signature), body);
      }
      case WEBFLOW -> {
        String time = String.valueOf(Instant.now().toEpochMilli());
        yield source.posts(
            Map.of(
                "x-webflow-timestamp",
                time,
                "x-webflow-signature",
                hex(source, (time + ":").getBytes(UTF_8), body)),
            body);
      }
      case META_LEAD_ADS ->
          source.posts(
              Map.of("X-Hub-Signature-256", "sha256=" + hex(source, new byte[0], body)), body);
      case SEGMENT -> source.sha1("x-signature", "", body);
      case INTERCOM -> source.sha1("X-Hub-Signature", "sha1=", body);
      case MARKETO, GENERIC -> source.posts(Map.of("X-Webhook-Secret", source.secret()), body);
      case HUBSPOT -> hubSpot(source, body);
      case STANDARD_WEBHOOKS -> standard(source, body);
    };
  }

  private static Response hubSpot(ConnectedPlatform source, byte[] body) {
    String time = String.valueOf(Instant.now().toEpochMilli());
    String url = "http://localhost:8080/api/intake/v1/webhooks/" + source.source();
    byte[] signed = joined(("POST" + url).getBytes(UTF_8), body, time.getBytes(UTF_8));
    return source.posts(
        Map.of(
            "X-HubSpot-Request-Timestamp",
            time,
            "X-HubSpot-Signature-v3",
            Base64.getEncoder().encodeToString(source.mac(signed))),
        body);
  }

  /** The library signs texts only. */
  private static Response standard(ConnectedPlatform source, byte[] body) throws Exception {
    byte[] text = new String(body, UTF_8).getBytes(UTF_8);
    String id = UUID.randomUUID().toString();
    long time = Instant.now().getEpochSecond();
    String signature = new Webhook(source.secret()).sign(id, time, new String(text, UTF_8));
    return source.posts(
        Map.of(
            "webhook-id", id,
            "webhook-timestamp", String.valueOf(time),
            "webhook-signature", signature),
        text);
  }

  private static String hex(ConnectedPlatform source, byte[] before, byte[] body) {
    return HexFormat.of().formatHex(source.mac(joined(before, body)));
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
