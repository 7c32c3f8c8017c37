package baton.intake;

import static baton.intake.HubSpotApp.as;
import static baton.intake.LeadDoor.lead;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import baton.events.EventJson;
import baton.events.EventType;
import baton.events.intake.LeadReceived;
import baton.events.intake.TouchpointRecorded;
import baton.testing.BatonInfrastructure;
import baton.testing.Probe;
import baton.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list on its whole way: uploaded, understood, tried, written, looked at. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class ImportDoorTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String COLUMNS =
      """
      {"column": "E-Mail", "use": "FIELD", "field": "EMAIL"},
      {"column": "First name", "use": "FIELD", "field": "GIVEN_NAME"},
      {"column": "Company", "use": "FIELD", "field": "COMPANY"},
      {"column": "Date", "use": "FIELD", "field": "SENT_AT"},
      {"column": "Opt-in", "use": "CONSENT", "purpose": "newsletter"},
      {"column": "Colour", "use": "ANSWER"}""";

  private static final String PEOPLE =
      """
      {"column": "E-Mail", "use": "FIELD", "field": "EMAIL"},
      {"column": "Mobile", "use": "FIELD", "field": "PHONE"},
      {"column": "Company", "use": "FIELD", "field": "COMPANY"},
      {"column": "Opt-in", "use": "CONSENT", "purpose": "newsletter"}""";

  private final String marker = "m" + UUID.randomUUID().toString().substring(0, 8);
  private final String source = "l" + marker;
  private final String mobile =
      "+49151" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);

  @TestHTTPResource URI address;
  @Inject DataSource database;

  private String list() {
    return """
        E-Mail;First name;Company;Date;Opt-in;Colour
        %1$s.1@example.com;Jo;"Halden; Pumps";2026-03-01;yes;red
        %1$s.2@example.com;Bo;;;no;
        %1$s.1@example.com;Jo;Other;;;
        %1$s.2@example.com;Bo;;;no;
        nobody;Mo;;;;
        nul@example.com;a\u0000b;;;;
        %1$s.3@example.com;Lo;too;many;cells;here;really
        %1$s.4@example.com
        """
        .formatted(marker);
  }

  @Test
  void eachRowEndsAsSomethingAsTheDryRunSaid() {
    connected();
    String id =
        uploaded(list().getBytes(UTF_8))
            .body("state", equalTo("UPLOADED"))
            .body("encoding", equalTo("UTF-8"))
            .body("delimiter", equalTo(";"))
            .body("rows", equalTo(8))
            .body("bytes", equalTo(list().length()))
            .body("suggestion.find { it.column == 'E-Mail' }.field", equalTo("EMAIL"))
            .body("suggestion.find { it.column == 'Opt-in' }.use", equalTo("CONSENT"))
            .body("suggestion.find { it.column == 'Colour' }.use", equalTo("ANSWER"))
            .extract()
            .path("id");
    as("marketing")
        .get("/v1/imports/" + id + "/sample")
        .then()
        .body(
            "rows[0]",
            contains(marker + ".1@example.com", "Jo", "Halden; Pumps", "2026-03-01", "yes", "red"));
    confirm(id, "INQUIRIES", COLUMNS).statusCode(200).body("state", equalTo("READY"));

    act(id, "dry-run").statusCode(200);
    ended(id, "READY")
        .body("dryRun.rows", equalTo(8))
        .body("dryRun.newLeads", equalTo(3))
        .body("dryRun.touchpoints", equalTo(1))
        .body("dryRun.duplicates", equalTo(1))
        .body("dryRun.quarantined", equalTo(3))
        .body("dryRun.reasons.NO_CONTACT", equalTo(1))
        .body("dryRun.examples.row", contains(5, 6, 7))
        .body("dryRun.examples.reason", contains("NO_CONTACT", "UNSTORABLE", "UNREADABLE"));
    balance(0, 0, 0, 0);

    act(id, "start").statusCode(200).body("state", equalTo("RUNNING"));
    ended(id, "DONE")
        .body("done.rows", equalTo(8))
        .body("done.newLeads", equalTo(3))
        .body("done.touchpoints", equalTo(1))
        .body("done.duplicates", equalTo(1))
        .body("done.quarantined", equalTo(3));
    balance(3, 1, 1, 3);

    List<Map<String, Object>> rows = rows(id, "");
    assertThat(rows.stream().map(row -> row.get("outcome")))
        .containsExactly(
            "NEW_LEAD",
            "NEW_LEAD",
            "TOUCHPOINT",
            "DUPLICATE",
            "QUARANTINED",
            "QUARANTINED",
            "QUARANTINED",
            "NEW_LEAD");
    assertThat(rows.get(2).get("leadId")).isEqualTo(rows.get(0).get("leadId"));
    assertThat(rows(id, "?outcome=QUARANTINED").stream().map(row -> row.get("row")))
        .containsExactly(5, 6, 7);
    as("integration")
        .get("/v1/leads/" + rows.get(0).get("leadId"))
        .then()
        .body("email", equalTo(marker + ".1@example.com"))
        .body("company", equalTo("Other"))
        .body("answers.Colour", equalTo("red"));
    as("marketing")
        .get("/v1/leads/" + rows.get(0).get("leadId") + "/consents")
        .then()
        .body("items[0].purpose", equalTo("newsletter"))
        .body("items[0].granted", equalTo(true));
  }

  @Test
  void theSameFileOnceMoreIsAllDuplicatesAndForAnotherCampaignTouchpoints() {
    connected();
    String once = "E-Mail\n%1$s.a@example.com\n%1$s.b@example.com\n".formatted(marker);
    String column = "{\"column\": \"E-Mail\", \"use\": \"FIELD\", \"field\": \"EMAIL\"}";
    imported(once, "INQUIRIES", column).body("done.newLeads", equalTo(2));
    imported(once, "INQUIRIES", column).body("done.duplicates", equalTo(2));
    imported(once.replace("E-Mail", "E-Mail,x"), "INQUIRIES", column)
        .body("done.duplicates", equalTo(2));
    String id = uploaded(once.getBytes(UTF_8)).extract().path("id");
    put(id, "{\"kind\": \"INQUIRIES\", \"campaign\": \"next\", \"columns\": [" + column + "]}")
        .statusCode(200)
        .body("campaign", equalTo("next"));
    act(id, "start");
    ended(id, "DONE").body("done.touchpoints", equalTo(2));
  }

  @Test
  void historyOnlyAddsToWhatIsKnownAndSaysSo() {
    connected();
    String lead =
        lead(201, "\"email\": \"%s.1@example.com\", \"company\": \"Now\"".formatted(marker));
    imported(list(), "HISTORY", COLUMNS).body("done.touchpoints", equalTo(2));
    as("integration")
        .get("/v1/leads/" + lead)
        .then()
        .body("company", equalTo("Now"))
        .body("givenName", equalTo("Jo"));
    try (Probe probe = BatonInfrastructure.probe("baton.intake")) {
      TouchpointRecorded touched =
          EventJson.read(
              TouchpointRecorded.class,
              probe.await(r -> is(r, EventType.TOUCHPOINT_RECORDED, lead), SOON).value());
      assertThat(touched.history()).isTrue();
      assertThat(touched.sentAt()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
      assertThat(
              EventJson.read(
                      LeadReceived.class,
                      probe.await(r -> is(r, EventType.LEAD_RECEIVED, lead), SOON).value())
                  .history())
          .isNull();
    }
  }

  /** Sales may have one of them, and would lose it to what somebody remembers. */
  @Test
  void historyMakesNoTwoLeadsOne() {
    connected();
    String one = lead(201, "\"email\": \"%s@example.com\"".formatted(marker));
    String other = lead(201, "\"phone\": \"%s\"".formatted(mobile));
    imported(people(), "HISTORY", PEOPLE).body("done.touchpoints", equalTo(1));
    for (String id : List.of(one, other)) {
      as("integration").get("/v1/leads/" + id).then().body("leadId", equalTo(id));
    }
    imported(people(), "INQUIRIES", PEOPLE).body("done.touchpoints", equalTo(1));
    as("integration").get("/v1/leads/" + other).then().body("leadId", equalTo(one));
  }

  @Test
  void whatOnlyHistoryTellsGivesWayToWhatThePersonSaysAlsoInAMerge() {
    connected();
    String spoke =
        lead(
            201,
            """
            "email": "%s@example.com", "company": "Now",
            "consents": [{"purpose": "newsletter", "granted": false}]"""
                .formatted(marker));
    imported("E-Mail,Mobile,Company,Opt-in\n,%s,Then,yes\n".formatted(mobile), "HISTORY", PEOPLE)
        .body("done.newLeads", equalTo(1));
    lead(200, "\"email\": \"%s@example.com\", \"phone\": \"%s\"".formatted(marker, mobile));
    as("integration")
        .get("/v1/leads/" + spoke)
        .then()
        .body("phone", equalTo(mobile))
        .body("company", equalTo("Now"));
    as("marketing")
        .get("/v1/leads/" + spoke + "/consents")
        .then()
        .body("items.granted", contains(true, false));
  }

  @Test
  void aRowThatIsMendedIsCreditedToTheCampaignOfItsList() {
    connected();
    String id = uploaded("E-Mail\nnobody\n".getBytes(UTF_8)).extract().path("id");
    put(
            id,
            """
            {"kind": "INQUIRIES", "campaign": "fair-%s", "columns": [
              {"column": "E-Mail", "use": "FIELD", "field": "EMAIL"}]}"""
                .formatted(marker))
        .statusCode(200);
    act(id, "start");
    ended(id, "DONE");
    String lead =
        as("marketing")
            .body("{\"email\": \"%s@example.com\"}".formatted(marker))
            .post("/v1/quarantine/" + rows(id, "").get(0).get("submissionId") + "/mend")
            .then()
            .statusCode(200)
            .extract()
            .path("leadId");
    try (Probe probe = BatonInfrastructure.probe("baton.intake")) {
      assertThat(
              EventJson.read(
                      LeadReceived.class,
                      probe.await(r -> is(r, EventType.LEAD_RECEIVED, lead), SOON).value())
                  .campaign())
          .isEqualTo("fair-" + marker);
    }
  }

  @Test
  void rowsOfListsAreNothingThatTheSenderCounts() {
    connected();
    imported(list(), "INQUIRIES", COLUMNS);
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    as("marketing")
        .body("{\"sent\": 5}")
        .put("/v1/reconciliation/" + source + "/" + today)
        .then()
        .statusCode(204);
    as("marketing")
        .get("/v1/reconciliation?source=%s&from=%s&to=%s".formatted(source, today, today))
        .then()
        .body("days[0].received", equalTo(8))
        .body("days[0].imported", equalTo(7))
        .body("days[0].missing", equalTo(5));
  }

  private String people() {
    return "E-Mail,Mobile,Company,Opt-in\n%s@example.com,%s,,\n".formatted(marker, mobile);
  }

  /** Nobody was heard of when their history was imported. */
  @Test
  void historyIsNoLaterWordThanWhatWaitedInQuarantine() {
    connected();
    String jo = lead(201, "'email': '%s@example.com', 'company': 'First'".formatted(marker));
    String waiting =
        LeadDoor.submission(202, marker, "'givenName': 'Jo'").extract().path("submissionId");
    String list = "E-Mail,Mobile,Company,Opt-in\n,%s,Listed,\n".formatted(mobile);
    imported(list, "HISTORY", PEOPLE).body("done.newLeads", equalTo(1));
    as("marketing")
        .body(
            "{\"email\": \"%s@example.com\", \"phone\": \"%s\", \"company\": \"Second\"}"
                .formatted(marker, mobile))
        .post("/v1/quarantine/" + waiting + "/mend")
        .then()
        .statusCode(200)
        .body("leadId", equalTo(jo));
    LeadDoor.get(jo).body("company", equalTo("Second"));
  }

  @Test
  void whatIsMendedOrReadAgainStaysARowOfItsList() {
    connected();
    String list = "Mail,Company\n%s.z@example.com,Halden\n".formatted(marker);
    String wrong = "{\"column\": \"Company\", \"use\": \"FIELD\", \"field\": \"COMPANY\"}";
    String id =
        imported(list, "HISTORY", wrong).body("done.quarantined", equalTo(1)).extract().path("id");
    String submission = (String) rows(id, "").get(0).get("submissionId");
    as("marketing")
        .get("/v1/quarantine/" + submission)
        .then()
        .body("importId", equalTo(id))
        .body("row", equalTo(1));
    assertThat(as("marketing").get("/v1/quarantine/" + submission + "/body").asString())
        .isEqualTo("{\"Mail\":\"%s.z@example.com\",\"Company\":\"Halden\"}".formatted(marker));
    String right = wrong + ", {\"column\": \"Mail\", \"use\": \"FIELD\", \"field\": \"EMAIL\"}";
    confirm(id, "INQUIRIES", right).statusCode(409);
    confirm(id, "HISTORY", right).statusCode(200).body("state", equalTo("DONE"));
    String lead =
        as("marketing")
            .post("/v1/quarantine/" + submission + "/replay")
            .then()
            .statusCode(200)
            .body("outcome", equalTo("NEW_LEAD"))
            .extract()
            .path("leadId");
    assertThat(rows(id, "").get(0).get("outcome")).isEqualTo("NEW_LEAD");
    try (Probe probe = BatonInfrastructure.probe("baton.intake")) {
      assertThat(
              EventJson.read(
                      LeadReceived.class,
                      probe.await(r -> is(r, EventType.LEAD_RECEIVED, lead), SOON).value())
                  .history())
          .isTrue();
    }
  }

  @Test
  void uploadedAgainUnderItsKeyItIsTheSameImport() {
    connected();
    byte[] file = list().getBytes(UTF_8);
    String id = upload("k", file).then().statusCode(201).extract().path("id");
    upload("k", file)
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(id));
    upload("k", "E-Mail\n".getBytes(UTF_8)).then().statusCode(422);
    as("marketing")
        .get("/v1/imports?limit=200")
        .then()
        .body("items.findAll { it.source == '%s' }.id".formatted(source), contains(id));
  }

  @Test
  void whatIsCancelledIsDeletedAndWhatIsWrittenStays() {
    connected();
    String id = uploaded(list().getBytes(UTF_8)).extract().path("id");
    confirm(id, "INQUIRIES", COLUMNS);
    act(id, "cancel").statusCode(200).body("state", equalTo("CANCELLED"));
    as("marketing").get("/v1/imports/" + id + "/sample").then().body("rows.size()", equalTo(0));
    for (String what : List.of("cancel", "start", "dry-run")) {
      act(id, what).statusCode(409).body("detail", containsString("CANCELLED"));
    }
    balance(0, 0, 0, 0);
  }

  /** As if whoever wrote its block had been killed before it was counted. */
  @Test
  void whatIsWrittenOfABlockIsCountedWhenTheRestIsCancelled() throws SQLException {
    connected();
    String id = uploaded(list().getBytes(UTF_8)).extract().path("id");
    confirm(id, "INQUIRIES", COLUMNS);
    execute("create table kept_block as select * from import_block where import_id = '%s'", id);
    act(id, "start");
    ended(id, "DONE");
    execute(
        """
        update import set state = 'READY', ended_at = null, rows_done = 0, new_leads = 0,
               touchpoints = 0, duplicates = 0, quarantined = 0 where id = '%s'""",
        id);
    execute("insert into import_block select * from kept_block where import_id = '%s'", id);
    execute("drop table kept_block");

    act(id, "cancel")
        .statusCode(200)
        .body("done.rows", equalTo(8))
        .body("done.newLeads", equalTo(3))
        .body("done.touchpoints", equalTo(1))
        .body("done.duplicates", equalTo(1))
        .body("done.quarantined", equalTo(3));
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(values));
    }
  }

  @Test
  void whoIsErasedMeanwhileIsTakenOutOfTheList() {
    connected();
    String id = uploaded(list().getBytes(UTF_8)).extract().path("id");
    as("marketing")
        .body("{\"email\": \"%s.1@EXAMPLE.com\"}".formatted(marker))
        .post("/v1/erasures")
        .then()
        .statusCode(200)
        .body("listed", equalTo(2));
    assertThat(as("marketing").get("/v1/imports/" + id + "/sample").asString())
        .doesNotContain(marker + ".1@")
        .contains(marker + ".2@");
    confirm(id, "INQUIRIES", COLUMNS);
    act(id, "start");
    ended(id, "DONE")
        .body("done.rows", equalTo(8))
        .body("done.erased", equalTo(2))
        .body("done.newLeads", equalTo(2));
    assertThat(rows(id, "").stream().map(row -> row.get("row"))).containsExactly(2, 4, 5, 6, 7, 8);
  }

  @Test
  void aLeadThatIsErasedByIdIsTakenOutOfTheListsToo() {
    connected();
    String column = "{\"column\": \"E-Mail\", \"use\": \"FIELD\", \"field\": \"EMAIL\"}";
    String one = "E-Mail\n%s.q@example.com\n".formatted(marker);
    String first = imported(one, "INQUIRIES", column).extract().path("id");
    String lead = (String) rows(first, "").get(0).get("leadId");
    String id = uploaded(one.getBytes(UTF_8)).extract().path("id");
    as("marketing").delete("/v1/leads/" + lead).then().statusCode(204);
    assertThat(as("marketing").get("/v1/imports/" + id + "/sample").asString())
        .doesNotContain(marker + ".q@");
  }

  @Test
  void aListOfWhichAllIsErasedIsTriedToItsEnd() {
    connected();
    String column = "{\"column\": \"E-Mail\", \"use\": \"FIELD\", \"field\": \"EMAIL\"}";
    String id =
        uploaded("E-Mail\n%s.e@example.com\n".formatted(marker).getBytes(UTF_8))
            .extract()
            .path("id");
    as("marketing")
        .body("{\"email\": \"%s.e@example.com\"}".formatted(marker))
        .post("/v1/erasures")
        .then()
        .body("listed", equalTo(1));
    confirm(id, "INQUIRIES", column);
    act(id, "dry-run").statusCode(200);
    ended(id, "READY").body("dryRun.rows", equalTo(1)).body("dryRun.newLeads", equalTo(0));
  }

  @Test
  void whatCannotBeStoredAndWhatIsFoundByAnotherKeyIsTriedAsItIsWritten() {
    connected();
    String digits = String.valueOf(2_000_000 + Math.abs(marker.hashCode() % 7_000_000));
    String columns =
        "{\"column\": \"Mail\", \"use\": \"FIELD\", \"field\": \"EMAIL\"},"
            + "{\"column\": \"Tel\", \"use\": \"FIELD\", \"field\": \"PHONE\"},"
            + "{\"column\": \"Id\", \"use\": \"FIELD\", \"field\": \"EXTERNAL_ID\"}";
    String list =
        "Mail,Tel,Id\n%1$s.u@example.com,+1 212 %2$s,\n,+1 212 %2$s,\n%1$s.v@example.com,,x\0y\n"
            .formatted(marker, digits);
    String id = uploaded(list.getBytes(UTF_8)).extract().path("id");
    confirm(id, "INQUIRIES", columns).statusCode(200);
    act(id, "dry-run").statusCode(200);
    ended(id, "READY")
        .body("dryRun.newLeads", equalTo(1))
        .body("dryRun.touchpoints", equalTo(1))
        .body("dryRun.quarantined", equalTo(1));
    act(id, "start").statusCode(200);
    ended(id, "DONE")
        .body("done.newLeads", equalTo(1))
        .body("done.touchpoints", equalTo(1))
        .body("done.quarantined", equalTo(1));
  }

  @Test
  void historyDoesNotTakeBackWhatSomebodySaid() {
    connected();
    String lead =
        lead(
            201,
            "\"email\": \"%s.1@example.com\", \"consents\": [{\"purpose\": \"newsletter\", \"granted\": false}]"
                .formatted(marker));
    imported(list(), "HISTORY", COLUMNS);
    as("marketing")
        .get("/v1/leads/" + lead + "/consents")
        .then()
        .body("items.granted", contains(false));
  }

  @Test
  void onlyTheFileMayBeLarge() {
    connected();
    String id = uploaded(list().getBytes(UTF_8)).extract().path("id");
    put(id, "{\"kind\": \"INQUIRIES\", \"columns\": [" + " ".repeat(1_100_000) + "]}")
        .statusCode(413);
  }

  @Test
  void progressIsToldAsItGoes() throws Exception {
    connected();
    String many =
        "E-Mail\n"
            + IntStream.range(0, 5_000)
                .mapToObj(i -> marker + "." + i + "@example.com\n")
                .collect(Collectors.joining());
    String id = uploaded(many.getBytes(UTF_8)).extract().path("id");
    confirm(id, "INQUIRIES", "{\"column\": \"E-Mail\", \"use\": \"FIELD\", \"field\": \"EMAIL\"}");
    act(id, "start");
    String stream =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address.resolve("/v1/imports/" + id + "/progress"))
                    .header("X-API-Key", TestKeys.of("ops"))
                    .timeout(Duration.ofSeconds(60))
                    .build(),
                BodyHandlers.ofString())
            .body();
    List<String> told = stream.lines().filter(line -> line.startsWith("data:")).toList();
    assertThat(told).hasSizeGreaterThan(1);
    assertThat(told.get(told.size() - 1))
        .contains("\"state\":\"DONE\"")
        .contains("\"newLeads\":5000");
    as("ops").get("/v1/imports/" + UUID.randomUUID() + "/progress").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source=%s",
        "name=x",
        "source=nobody&name=x",
        "source=%s&name=a%%00b",
        "source=%s&name=x&encoding=klingon",
        "source=%s&name=x&encoding=%%20%%20",
        "source=%s&name=x&delimiter=ab",
        "source=%s&name=x&delimiter=a",
        "source=%s&name=x&delimiter=%%22"
      })
  void whatCannotBeMeantIsRefused(String query) {
    connected();
    request("q")
        .urlEncodingEnabled(false)
        .body("E-Mail\n".getBytes(UTF_8))
        .post("/v1/imports?" + query.formatted(source))
        .then()
        .statusCode(400);
  }

  @Test
  void whatIsNoListIsRefusedAndNothingIsKept() {
    connected();
    upload("bad", "a,b\n1,\"2\n".getBytes(UTF_8))
        .then()
        .statusCode(400)
        .body(
            "detail",
            equalTo("the list has a quotation mark that is not closed or stands alone, in row 1"));
    upload("bad", "a,b\n1,2\n".getBytes(UTF_8)).then().statusCode(201);
    upload("empty", new byte[0]).then().statusCode(400);
    upload("header", "E-Mail".getBytes(UTF_8)).then().statusCode(201).body("rows", equalTo(0));
    given()
        .header("X-API-Key", TestKeys.of("marketing"))
        .header("Idempotency-Key", marker)
        .contentType("application/json")
        .body("{}")
        .post("/v1/imports?name=x&source=" + source)
        .then()
        .statusCode(415);
  }

  @Test
  void columnsThatCannotMeanThatAreRefused() {
    connected();
    String id = uploaded(list().getBytes(UTF_8)).extract().path("id");
    act(id, "start").statusCode(409);
    act(id, "dry-run").statusCode(409);
    confirm(
            id,
            "INQUIRIES",
            """
            {"column": "nobody", "use": "ANSWER"},
            {"column": "E-Mail", "use": "FIELD"},
            {"column": "E-Mail", "use": "ANSWER"},
            {"column": "Colour", "use": "CONSENT"},
            {"column": "Company", "use": "FIELD", "field": "EMAIL"},
            {"column": "Date", "use": "FIELD", "field": "EMAIL"}""")
        .statusCode(400)
        .body(
            "errors.pointer",
            contains(
                "/columns/0/column",
                "/columns/1/field",
                "/columns/2/column",
                "/columns/3/purpose",
                "/columns/5/field"));
    put(id, "{\"kind\": \"PERHAPS\", \"columns\": []}").statusCode(400);
    put(id, "{\"columns\": []}").statusCode(400);
    as("marketing").get("/v1/imports/" + id).then().body("mapping", nullValue());
  }

  @Test
  void whoMayNotSeeWhoLeadsAreSeesAndDoesNothing() {
    connected();
    String id = uploaded(list().getBytes(UTF_8)).extract().path("id");
    for (String role : List.of("source", "rep", "integration", "manager")) {
      as(role).get("/v1/imports").then().statusCode(403);
    }
    as("ops").get("/v1/imports/" + id).then().statusCode(200);
    as("ops").get("/v1/imports/" + id + "/sample").then().statusCode(403);
    as("ops").post("/v1/imports/" + id + "/start").then().statusCode(403);
    as("marketing").get("/v1/imports/" + UUID.randomUUID()).then().statusCode(404);
    as("marketing").get("/v1/imports/" + id + "/rows?outcome=LOST").then().statusCode(400);
  }

  private void connected() {
    as("marketing")
        .body("{\"name\": \"Lists\", \"platform\": \"GENERIC\"}")
        .put("/v1/sources/" + source)
        .then()
        .statusCode(201);
  }

  private io.restassured.specification.RequestSpecification request(String key) {
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("text/csv", ContentType.BINARY)))
        .header("X-API-Key", TestKeys.of("marketing"))
        .header("Idempotency-Key", marker + key)
        .contentType("text/csv");
  }

  private Response upload(String key, byte[] file) {
    return request(key).body(file).post("/v1/imports?name=list.csv&source=" + source);
  }

  private ValidatableResponse uploaded(byte[] file) {
    return upload(UUID.randomUUID().toString(), file).then().statusCode(201);
  }

  private ValidatableResponse imported(String list, String kind, String columns) {
    String id = uploaded(list.getBytes(UTF_8)).extract().path("id");
    confirm(id, kind, columns).statusCode(200);
    act(id, "start").statusCode(200);
    return ended(id, "DONE");
  }

  private static ValidatableResponse confirm(String id, String kind, String columns) {
    return put(id, "{\"kind\": \"%s\", \"columns\": [%s]}".formatted(kind, columns));
  }

  private static ValidatableResponse put(String id, String mapping) {
    return as("marketing").body(mapping).put("/v1/imports/" + id + "/mapping").then();
  }

  private static ValidatableResponse act(String id, String what) {
    return as("marketing").post("/v1/imports/" + id + "/" + what).then();
  }

  private static ValidatableResponse ended(String id, String state) {
    Instant deadline = Instant.now().plus(SOON);
    while (true) {
      Response now = as("marketing").get("/v1/imports/" + id);
      if (state.equals(now.path("state")) || Instant.now().isAfter(deadline)) {
        return now.then().body("state", equalTo(state));
      }
    }
  }

  private static List<Map<String, Object>> rows(String id, String query) {
    return as("marketing")
        .get("/v1/imports/" + id + "/rows" + query)
        .then()
        .statusCode(200)
        .extract()
        .path("items");
  }

  private void balance(int newLeads, int touchpoints, int duplicates, int quarantined) {
    List<Map<String, Object>> all =
        as("marketing").get("/v1/balance").then().extract().path("entries");
    Map<String, Integer> ours =
        all.stream()
            .filter(line -> line.get("source").equals(source))
            .flatMap(line -> line.entrySet().stream())
            .filter(cell -> cell.getValue() instanceof Integer)
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, cell -> (Integer) cell.getValue(), Integer::sum));
    assertThat(ours.getOrDefault("newLeads", 0)).isEqualTo(newLeads);
    assertThat(ours.getOrDefault("touchpoints", 0)).isEqualTo(touchpoints);
    assertThat(ours.getOrDefault("duplicates", 0)).isEqualTo(duplicates);
    assertThat(ours.getOrDefault("quarantined", 0)).isEqualTo(quarantined);
    assertThat(ours.getOrDefault("submissions", 0))
        .isEqualTo(newLeads + touchpoints + duplicates + quarantined);
  }

  private static boolean is(ConsumerRecord<String, byte[]> event, EventType type, String subject) {
    return Probe.header(event, "ce_type").filter(type.ceType()::equals).isPresent()
        && subject.equals(event.key());
  }
}
