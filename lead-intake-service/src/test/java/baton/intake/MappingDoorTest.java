package baton.intake;

import static baton.intake.HubSpotApp.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import baton.testing.BatonInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A sender of a form of its own, from the first try to the replay of what was not mapped. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class MappingDoorTest {

  private static final String SIGNED =
      """
      "proof": {"by": "SIGNATURE", "name": "X-Signature", "encoding": "HEX", "prefix": "sha256="}""";
  private static final String MAPPING =
      """
      {"items": "body.entries", "id": "item.no",
       "fields": {"email": "item.who.mail", "phone": "item.who.tel", "campaign": "item.from"},
       "answers": {"Budget": "item.money"},
       "consents": [{"purpose": "email", "granted": "item.ok"}]}""";

  private final String email = UUID.randomUUID() + "@example.com";
  private final String id = "g" + UUID.randomUUID().toString().substring(0, 8);
  private final String body =
      """
      {"entries": [{"no": "%s", "who": {"mail": "%s"}, "from": "fair", "money": "10k", "ok": true},
                   {"no": "%1$s-2", "who": {}}]}"""
          .formatted(id, email);

  @Test
  void aMappingIsTriedBeforeThereIsASourceAndAfterwardsSaysTheSame() {
    preview("{\"mapping\": " + MAPPING + ", \"body\": " + quoted(body) + "}")
        .statusCode(200)
        .body("items.outcome", equalTo(List.of("LEAD", "QUARANTINED")))
        .body("items[0].lead.email", equalTo(email))
        .body("items[0].campaign", equalTo("fair"))
        .body("items[0].lead.answers.Budget", equalTo("10k"))
        .body("items[0].lead.consents[0].granted", equalTo(true))
        .body("items[0].facts.email.kind", equalTo("COMPANY"))
        .body("items[0].missing.pointer", equalTo(List.of("/fields/phone")))
        .body("items[1].reason", equalTo("NO_CONTACT"))
        .body("items[1].lead", nullValue());
    as("marketing").get("/v1/sources/" + id).then().statusCode(404);

    connect(", " + SIGNED + ", \"mapping\": " + MAPPING)
        .statusCode(201)
        .body("mapping.fields.email", equalTo("item.who.mail"))
        .body("proof.by", equalTo("SIGNATURE"));
    preview("{\"body\": " + quoted(body) + "}")
        .body("items.outcome", equalTo(List.of("LEAD", "QUARANTINED")));
    post(body)
        .statusCode(200)
        .body("receipts.outcome", equalTo(List.of("NEW_LEAD", "QUARANTINED")));
    post(body.replace("10k", "20k"))
        .body("receipts.outcome", equalTo(List.of("DUPLICATE", "DUPLICATE")));
    new ConnectedPlatform(id, "another-secret")
        .posts(Map.of("X-Signature", "sha256=00"), body.getBytes(UTF_8))
        .then()
        .statusCode(401);
  }

  @Test
  void aMappingThatIsMendedReadsAgainWhatItDidNotFind() {
    String wrong = MAPPING.replace("item.who.mail", "item.who.email");
    connect(", " + SIGNED + ", \"mapping\": " + wrong).statusCode(201);
    post(body).body("receipts.reason", equalTo(List.of("NO_CONTACT", "NO_CONTACT")));
    connect(", " + SIGNED + ", \"mapping\": " + MAPPING).statusCode(200);
    await()
        .atMost(20, TimeUnit.SECONDS)
        .untilAsserted(
            () ->
                as("marketing")
                    .post("/v1/quarantine/replay?source=" + id)
                    .then()
                    .body("released", equalTo(1))
                    .body("quarantined", equalTo(1)));
  }

  @Test
  void whatCannotWorkIsRefusedWithItsPlace() {
    connect(
            ", \"mapping\": {\"fields\": {\"email\": \"item.\", \"mail\": \"item.x\"}, \"when\": \"body\"}")
        .statusCode(400)
        .body(
            "errors.pointer",
            hasItems("/mapping/fields/email", "/mapping/fields/mail", "/mapping/when"))
        .body("errors.find { it.pointer == '/mapping/when' }.detail", containsString("'body'"));
    connect(", \"proof\": {\"by\": \"SIGNATURE\", \"name\": \"X-Signature\"}").statusCode(400);
    connect(", \"proof\": {\"by\": \"HEADER\", \"name\": \"a b\"}").statusCode(400);
    connect(", \"proof\": {\"by\": \"HEADER\", \"name\": \"a\", \"prefix\": \"x\"}")
        .statusCode(400);
    ConnectedPlatform.connect(id, "MAUTIC", ", \"mapping\": " + MAPPING).then().statusCode(400);
    ConnectedPlatform.connect(id, "MAUTIC", ", " + SIGNED).then().statusCode(400);
    preview("{\"body\": \"{}\", \"mapping\": {\"fields\": {\"email\": \"1 +\"}}}")
        .statusCode(400)
        .body("errors.pointer", hasItems("/mapping/fields/email"));
    preview("{\"platform\": \"MAUTIC\", \"body\": \"{}\", \"mapping\": " + MAPPING + "}")
        .statusCode(400);
    preview("{\"body\": \"{}\", \"mediaType\": \"text/html\"}").statusCode(400);
    preview("{}").statusCode(400);
    as("rep")
        .body("{\"body\": \"{}\"}")
        .post("/v1/sources/" + id + "/preview")
        .then()
        .statusCode(403);
  }

  @Test
  void aBodyOfAnyPlatformIsTried() {
    preview("{\"platform\": \"META_LEAD_ADS\", \"body\": \"{\\\"entry\\\": 7}\"}")
        .body("items.reason", equalTo(List.of("UNMAPPED")));
    preview("{\"platform\": \"GENERIC\", \"body\": \"{broken\"}")
        .body("items.reason", equalTo(List.of("UNREADABLE")));
    preview(
            "{\"mediaType\": \"application/x-www-form-urlencoded\", \"body\": \"email=a%40example.com\"}")
        .body("items.outcome", equalTo(List.of("LEAD")));
  }

  private ValidatableResponse connect(String more) {
    return ConnectedPlatform.connect(id, "GENERIC", ", \"secret\": \"typed-in-twice\"" + more)
        .then();
  }

  private ValidatableResponse post(String text) {
    ConnectedPlatform generic = new ConnectedPlatform(id, "typed-in-twice");
    byte[] bytes = text.getBytes(UTF_8);
    String signature = "sha256=" + HexFormat.of().formatHex(generic.mac(bytes));
    return generic.posts(Map.of("X-Signature", signature), bytes).then();
  }

  private ValidatableResponse preview(String request) {
    return as("marketing").body(request).post("/v1/sources/" + id + "/preview").then();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
