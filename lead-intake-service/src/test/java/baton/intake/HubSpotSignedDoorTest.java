package baton.intake;

import static baton.intake.HubSpotApp.as;
import static baton.intake.HubSpotApp.now;
import static baton.intake.HubSpotApp.version2;
import static baton.intake.HubSpotApp.version3;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import baton.http.digest.Sha256;
import baton.testing.BatonInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets past the door in the name of HubSpot, and who does not. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class HubSpotSignedDoorTest {

  private HubSpotApp app;
  private final byte[] body =
      HubSpotDoorTest.submission(UUID.randomUUID() + "@example.com").getBytes(UTF_8);

  @BeforeEach
  void connect() {
    app = HubSpotApp.connected();
  }

  @Test
  void version3OfTheLastFiveMinutesIsTaken() {
    String time = now(-290_000);
    app.sends(body, version3(time, app.secret, app.url, body), time).statusCode(200);
  }

  @Test
  void anOlderOneAndOneOfTheFutureIsRefused() {
    for (long offset : new long[] {-305_000, 305_000, 3_600_000}) {
      String time = now(offset);
      refused(app.sends(body, version3(time, app.secret, app.url, body), time));
    }
  }

  @Test
  void anotherSecretOrAnotherUrlIsRefused() {
    String time = now(0);
    String other = UUID.randomUUID().toString();
    refused(app.sends(body, version3(time, other, app.url, body), time));
    String elsewhere = "https://attacker.example/v1/webhooks/" + app.source;
    refused(app.sends(body, version3(time, app.secret, elsewhere, body), time));
    refused(app.sends(body, version3(time, app.secret, app.url + "?a=b", body), time));
    String neighbour = HubSpotApp.connected().url;
    refused(app.sends(body, version3(time, app.secret, neighbour, body), time));
  }

  @Test
  void whatTheCallerSaysOfItsHostDoesNotCount() {
    String time = now(0);
    String claimed = "https://attacker.example/v1/webhooks/" + app.source;
    refused(
        app.request()
            .header("Host", "attacker.example")
            .header("X-Forwarded-Host", "attacker.example")
            .header("X-Forwarded-Proto", "https")
            .header("X-HubSpot-Signature-v3", version3(time, app.secret, claimed, body))
            .header("X-HubSpot-Request-Timestamp", time)
            .body(body)
            .post("/v1/webhooks/" + app.source)
            .then());
  }

  @Test
  void anAlteredByteOrTheSameJsonInOtherEscapesIsRefused() {
    String time = now(0);
    String signature = version3(time, app.secret, app.url, body);
    String text = new String(body, UTF_8);
    refused(app.sends(text.replace("GmbH", "GmbI").getBytes(UTF_8), signature, time));
    refused(app.sends(text.replace("\\u00f6", "ö").getBytes(UTF_8), signature, time));
    refused(app.sends(text.replace("\\/", "/").getBytes(UTF_8), signature, time));
    app.sends(body, signature, time).statusCode(200);
  }

  @Test
  void theQueryIsSignedAsItWasCalled() {
    String time = now(0);
    String query = "?region=emea%2Fdach&x=a%7Cb";
    for (String signed : List.of(query, "?region=emea/dach&x=a%7Cb")) {
      app.request()
          .urlEncodingEnabled(false)
          .header("X-HubSpot-Signature-v3", version3(time, app.secret, app.url + signed, body))
          .header("X-HubSpot-Request-Timestamp", time)
          .body(body)
          .post("/v1/webhooks/" + app.source + query)
          .then()
          .statusCode(200);
    }
  }

  @Test
  void aPathInOtherEscapesIsRefusedAndIsNoFault() {
    String time = now(0);
    refused(
        app.request()
            .urlEncodingEnabled(false)
            .header("X-HubSpot-Signature-v3", version3(time, app.secret, app.url, body))
            .header("X-HubSpot-Request-Timestamp", time)
            .body(body)
            .post("/v1/%77ebhooks/" + app.source)
            .then());
  }

  @Test
  void theDocumentNamesTheHeadersAndNeverTheSecretInAnAnswer() {
    var api = given().get("/q/openapi?format=json").then().statusCode(200);
    api.body(
        "paths.'/v1/webhooks/{source}'.post.parameters.findAll { it.in == 'header' }.name",
        hasItems("webhook-signature", "X-HubSpot-Signature-v3", "X-HubSpot-Signature"));
    api.body("components.schemas.SourceRequest.properties.secret.writeOnly", equalTo(true));
    api.body(
        "components.schemas.SourceRequest.properties.keySet()", hasItems("platform", "v3Only"));
  }

  @Test
  void aMissingHeaderIsRefused() {
    String time = now(0);
    String signature = version3(time, app.secret, app.url, body);
    refused(with("X-HubSpot-Signature-v3", signature));
    refused(with("X-HubSpot-Request-Timestamp", time));
    refused(with("X-HubSpot-Signature", version2(app.secret, app.url, body)));
    refused(with("X-HubSpot-Signature-Version", "v2"));
    refused(with("webhook-id", "1"));
  }

  @Test
  void version2IsTakenAndARepetitionOfItCountsOnce() {
    String signature = version2(app.secret, app.url, body);
    postsVersion2("v2", signature)
        .statusCode(200)
        .body("receipts.outcome", equalTo(List.of("NEW_LEAD")));
    postsVersion2("v2", signature)
        .statusCode(200)
        .body("receipts.outcome", equalTo(List.of("DUPLICATE")));
    refused(postsVersion2("v1", signature));
    postsVersion2("v1", Sha256.of(app.secret + new String(body, UTF_8)).toString())
        .statusCode(200)
        .body("receipts.outcome", equalTo(List.of("DUPLICATE")));
    refused(postsVersion2("v3", signature));
    refused(postsVersion2("v2", signature.replace(signature.charAt(0), 'x')));
  }

  @Test
  void version2IsRefusedWhereTheSourceTakesVersion3Only() {
    app.put(", \"v3Only\": true").statusCode(200).body("v3Only", equalTo(true));
    refused(postsVersion2("v2", version2(app.secret, app.url, body)));
    app.posts(body).statusCode(200);
  }

  @Test
  void ofBothVersionsTheThirdDecides() {
    String time = now(0);
    String good3 = version3(time, app.secret, app.url, body);
    String good2 = version2(app.secret, app.url, body);
    both(good3, "0".repeat(64), time).statusCode(200);
    refused(both("AAAA" + good3.substring(4), good2, time));
    String old = now(-400_000);
    refused(both(version3(old, app.secret, app.url, body), good2, old));
  }

  @Test
  void otherMediaTypesBodiesTooLargeAndUnknownSourcesAreRefusedAsSuch() {
    app.request()
        .contentType("application/x-www-form-urlencoded")
        .body("email=jo%40example.com")
        .post("/v1/webhooks/" + app.source)
        .then()
        .statusCode(415);
    app.posts("{\"values\": [], \"x\": \"" + "x".repeat(1024 * 1024) + "\"}").statusCode(413);
    app.request().body(body).post("/v1/webhooks/nobody").then().statusCode(404);
    app.put(", \"active\": false").statusCode(200);
    app.posts(body).statusCode(404);
  }

  @Test
  void theClientSecretIsNeverShown() {
    app.put("").statusCode(200).body(not(containsString(app.secret)));
    HubSpotApp fresh = new HubSpotApp();
    fresh
        .put("")
        .statusCode(201)
        .body("secret", nullValue())
        .body("platform", equalTo("HUBSPOT"))
        .body("v3Only", equalTo(false))
        .body("webhookUrl", equalTo(fresh.url))
        .body(not(containsString(fresh.secret)));
    as("admin")
        .get("/v1/sources/" + fresh.source)
        .then()
        .statusCode(200)
        .body("secret", nullValue())
        .body(not(containsString(fresh.secret)));
  }

  @Test
  void aChangeWithoutTheSecretKeepsItAndOneWithAnotherReplacesIt() {
    put("{\"name\": \"Renamed\", \"platform\": \"HUBSPOT\"}").statusCode(200);
    app.posts(body).statusCode(200);
    put("{\"name\": \"Renamed\", \"platform\": \"HUBSPOT\", \"secret\": \"another-secret\"}")
        .statusCode(200);
    refused(app.posts(body));
    String time = now(0);
    app.sends(body, version3(time, "another-secret", app.url, body), time).statusCode(200);
  }

  @Test
  void aSourceThatDoesNotFitItsPlatformIsRefused() {
    wrong("new-one", "{\"name\": \"a\", \"platform\": \"HUBSPOT\"}", "/secret");
    wrong(
        "new-one",
        "{\"name\": \"a\", \"platform\": \"HUBSPOT\", \"secret\": \"a b c d e\"}",
        "/secret");
    wrong(
        "new-one",
        "{\"name\": \"a\", \"platform\": \"HUBSPOT\", \"secret\": \"short\"}",
        "/secret");
    wrong("new-one", "{\"name\": \"a\", \"secret\": \"long-enough\"}", "/secret");
    wrong("new-one", "{\"name\": \"a\", \"v3Only\": true}", "/v3Only");
    as("ops").get("/v1/sources/new-one").then().statusCode(404);
    put("{\"name\": \"a\"}")
        .statusCode(409)
        .body("type", equalTo("https://baton.dev/problems/conflict"));
    as("admin")
        .body("{\"name\": \"a\", \"platform\": \"FAX\"}")
        .put("/v1/sources/x")
        .then()
        .statusCode(400);
  }

  private static void wrong(String source, String body, String pointer) {
    as("admin")
        .body(body)
        .put("/v1/sources/" + source)
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of(pointer)));
  }

  private ValidatableResponse put(String source) {
    return as("admin").body(source).put("/v1/sources/" + app.source).then();
  }

  private ValidatableResponse with(String header, String value) {
    return app.request().header(header, value).body(body).post("/v1/webhooks/" + app.source).then();
  }

  private ValidatableResponse postsVersion2(String version, String signature) {
    return app.request()
        .header("X-HubSpot-Signature-Version", version)
        .header("X-HubSpot-Signature", signature)
        .body(body)
        .post("/v1/webhooks/" + app.source)
        .then();
  }

  private ValidatableResponse both(String version3, String version2, String time) {
    return app.request()
        .header("X-HubSpot-Signature-v3", version3)
        .header("X-HubSpot-Request-Timestamp", time)
        .header("X-HubSpot-Signature-Version", "v2")
        .header("X-HubSpot-Signature", version2)
        .body(body)
        .post("/v1/webhooks/" + app.source)
        .then();
  }

  private static void refused(ValidatableResponse response) {
    response.statusCode(401).body("type", equalTo("https://baton.dev/problems/signature-invalid"));
  }
}
