package baton.intake;

import static baton.intake.HubSpotApp.as;
import static baton.intake.LeadDoor.even;
import static baton.intake.LeadDoor.get;
import static baton.intake.LeadDoor.is;
import static baton.intake.LeadDoor.lead;
import static baton.intake.LeadDoor.submission;
import static baton.intake.LeadDoor.unmerge;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import baton.events.EventJson;
import baton.events.EventType;
import baton.events.intake.LeadReceived;
import baton.events.intake.LeadSuperseded;
import baton.events.intake.LeadsMerged;
import baton.testing.BatonInfrastructure;
import baton.testing.Probe;
import baton.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who turns out to be one person is one lead, until somebody says that they are two. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class MergeDoorTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final String name = "m" + UUID.randomUUID().toString().substring(0, 8);
  private final String email = name + "@merge.example";
  private final String mobile =
      "+49151" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);

  @Test
  void bothHistoriesAreTheSurvivorsAndTheOtherPointsToIt() {
    String old = lead(201, "'email': '%s', 'company': 'Old', 'title': 'Head'".formatted(email));
    String young =
        lead(
            201,
            "'phone': '%s', 'company': 'Young', 'country': 'DE', 'answers': {'a': '1'}, 'consents': [{'purpose': 'phone', 'granted': true}]"
                .formatted(mobile));
    assertThat(young).isNotEqualTo(old);
    String survivor =
        lead(200, "'email': '%s', 'phone': '%s', 'givenName': 'Jo'".formatted(email, mobile));
    assertThat(survivor).isEqualTo(old);

    for (String id : List.of(old, young)) {
      get(id)
          .statusCode(200)
          .body("leadId", equalTo(old))
          .body("email", equalTo(email))
          .body("phone", equalTo(mobile))
          .body("givenName", equalTo("Jo"))
          .body("title", equalTo("Head"))
          .body("company", equalTo("Young"))
          .body("country", equalTo("DE"))
          .body("answers.a", equalTo("1"));
      as("marketing")
          .get("/v1/leads/" + id + "/consents")
          .then()
          .body("items.purpose", contains("phone"));
    }
    as("integration")
        .body("{\"ids\": [\"%s\"]}".formatted(young))
        .post("/v1/leads/lookups")
        .then()
        .body("items[0].leadId", equalTo(young))
        .body("items[0].status", equalTo("KNOWN"))
        .body("items[0].profile.leadId", equalTo(old));
    try (Probe probe = BatonInfrastructure.probe("baton.intake")) {
      LeadsMerged merged =
          EventJson.read(
              LeadsMerged.class,
              probe.await(r -> is(r, EventType.LEADS_MERGED, old), SOON).value());
      assertThat(merged.mergedLeadId()).hasToString(young);
      assertThat(merged.prevailingLeadId()).hasToString(young);
      LeadSuperseded superseded =
          EventJson.read(
              LeadSuperseded.class,
              probe.await(r -> is(r, EventType.LEAD_SUPERSEDED, young), SOON).value());
      assertThat(superseded.survivorId()).hasToString(old);
      assertThat(superseded.at()).isEqualTo(merged.at());
    }
    assertThat(lead(200, "'phone': '%s'".formatted(mobile))).isEqualTo(old);
    even();
  }

  @Test
  void whatTheOneThatWasHeardOfLastSaidStands() {
    String old = lead(201, "'email': '%s', 'company': 'First'".formatted(email));
    lead(201, "'phone': '%s', 'company': 'Second', 'title': 'Chief'".formatted(mobile));
    lead(200, "'email': '%s', 'company': 'Third'".formatted(email));
    lead(200, "'email': '%s', 'phone': '%s'".formatted(email, mobile));
    get(old).body("company", equalTo("Third")).body("title", equalTo("Chief"));
  }

  /** When it arrived it was of nobody; by the time that it is mended it shows that two are one. */
  @Test
  void aSubmissionThatIsMendedMergesWhenThatIsDone() {
    String submission =
        given()
            .header("X-API-Key", TestKeys.of("source"))
            .header("Idempotency-Key", name)
            .contentType("application/json")
            .body("{\"email\": \"nobody\"}")
            .post("/v1/leads")
            .then()
            .statusCode(202)
            .extract()
            .path("submissionId");
    String old = lead(201, "'email': '%s'".formatted(email));
    String young = lead(201, "'phone': '%s', 'answers': {'q': 'a'}".formatted(mobile));
    as("marketing")
        .body(
            "{\"email\": \"%s\", \"phone\": \"%s\", \"answers\": {\"r\": \"b\"}}"
                .formatted(email, mobile))
        .post("/v1/quarantine/" + submission + "/mend")
        .then()
        .statusCode(200)
        .body("leadId", equalTo(old));
    try (Probe probe = BatonInfrastructure.probe("baton.intake")) {
      LeadSuperseded superseded =
          EventJson.read(
              LeadSuperseded.class,
              probe.await(r -> is(r, EventType.LEAD_SUPERSEDED, young), SOON).value());
      LeadReceived received =
          EventJson.read(
              LeadReceived.class,
              probe.await(r -> is(r, EventType.LEAD_RECEIVED, young), SOON).value());
      assertThat(superseded.at()).isAfterOrEqualTo(received.arrivedAt());
    }
    get(old).body("answers.q", equalTo("a")).body("answers.r", equalTo("b"));
    unmerge(young).statusCode(204);
    get(old).body("answers.q", nullValue()).body("answers.r", equalTo("b"));
    get(young).body("answers.q", equalTo("a"));
    even();
  }

  /** A mailbox of a function and a number that may be that of a switchboard. */
  @ParameterizedTest
  @ValueSource(strings = {"'email': 'info@%s.example'", "'phone': '+49 30 9%s'"})
  void whatManyShareMergesNobody(String shared) {
    String digits = String.valueOf(ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
    String both = shared.formatted(shared.contains("@") ? name : digits);
    String jo = lead(201, both);
    String other = shared.contains("@") ? "'phone': '" + mobile + "'" : "'email': '" + email + "'";
    String bo = lead(201, both + ", " + other);
    assertThat(bo).isNotEqualTo(jo);
    assertThat(lead(200, other)).isEqualTo(bo);
    assertThat(lead(200, both)).isEqualTo(jo);
    get(bo).body("leadId", equalTo(bo));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void whoeverIsErasedIsErasedAsAllThatTheyTurnedOutToBe(int which) {
    String old = lead(201, "'email': '%s'".formatted(email));
    String young = lead(201, "'phone': '%s', 'notes': 'about'".formatted(mobile));
    lead(200, "'email': '%s', 'phone': '%s'".formatted(email, mobile));
    as("marketing").delete("/v1/leads/" + List.of(old, young).get(which)).then().statusCode(204);
    get(old).statusCode(410);
    get(young).statusCode(410);
    unmerge(young).statusCode(410);
    String again = lead(201, "'phone': '%s'".formatted(mobile));
    assertThat(again).isNotIn(old, young);
  }

  /** The mailbox tells nobody from others, and who gave it is found by it all the same. */
  @Test
  void whoGaveAMailboxOfAFunctionIsErasedAndFoundByIt() {
    String mailbox = "info@" + name + ".example";
    String jo = lead(201, "'email': '%s', 'phone': '%s'".formatted(mailbox, mobile));
    String bo = lead(201, "'email': '%s', 'externalId': '%s'".formatted(mailbox, name));
    assertThat(bo).isNotEqualTo(jo);
    as("integration")
        .body("{\"email\": \"%s\"}".formatted(mailbox))
        .post("/v1/leads/lookups")
        .then()
        .body("items.leadId", containsInAnyOrder(jo, bo));
    as("ops")
        .body("{\"email\": \"%s\"}".formatted(mailbox))
        .post("/v1/erasures")
        .then()
        .statusCode(200)
        .body("leadIds", containsInAnyOrder(jo, bo));
    get(jo).statusCode(410);
    get(bo).statusCode(410);
    as("integration")
        .body("{\"email\": \"%s\"}".formatted(mailbox))
        .post("/v1/leads/lookups")
        .then()
        .body("items", hasSize(0));
    assertThat(lead(201, "'email': '%s', 'phone': '%s'".formatted(mailbox, mobile)))
        .isNotEqualTo(jo);
  }

  @Test
  void manyAtOnceOfWhomSomeAreOneEndAsTheyWouldOneByOne() {
    String batch =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    "{\"email\": \"%d.%s\", \"externalId\": \"%s-%d\"}"
                        .formatted(i, email, name, i / 2))
            .collect(Collectors.joining("\n"));
    // Two addresses have one id of the source: the second of them is the first one's.
    given()
        .header("X-API-Key", TestKeys.of("source"))
        .header("Idempotency-Key", name)
        .contentType("application/x-ndjson")
        .config(
            io.restassured.config.RestAssuredConfig.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .encodeContentTypeAs(
                            "application/x-ndjson", io.restassured.http.ContentType.TEXT)))
        .body(
            IntStream.range(0, 60)
                    .mapToObj(i -> "{\"email\": \"%d.%s\"}".formatted(i, email))
                    .collect(Collectors.joining("\n"))
                + "\n"
                + batch)
        .post("/v1/leads/batch")
        .then()
        .statusCode(200);
    List<String> ids =
        IntStream.range(0, 60)
            .mapToObj(i -> lead(200, "'email': '%d.%s'".formatted(i, email)))
            .toList();
    assertThat(ids.stream().distinct()).hasSize(30);
    for (int i = 0; i < 60; i += 2) {
      assertThat(ids.get(i)).isEqualTo(ids.get(i + 1));
    }
    even();
  }

  @Test
  void whoMayNotMayNotAndWhatIsNotThereIsNot() {
    String id = lead(201, "'email': '%s'".formatted(email));
    for (String role : List.of("source", "rep", "integration", "ops")) {
      as(role).post("/v1/leads/" + id + "/unmerge").then().statusCode(403);
    }
    unmerge(UUID.randomUUID().toString()).statusCode(404);
  }
}
