package baton.routing;

import static baton.routing.RoutingDoor.as;
import static baton.routing.RoutingDoor.importRoster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.testing.BatonInfrastructure;
import baton.testing.TestKeys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rosters, teams and accounts through the door. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "routing"))
class RosterDoorTest {

  private static final String HEADER = "email,name,zone,capacity,team,manager_email,pools\n";

  @Inject DataSource database;

  @BeforeEach
  void emptyRoster() throws Exception {
    RoutingDoor.reset(database);
  }

  private static String rep(UUID id, String name) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", name);
    body.put("zone", "UTC");
    body.put("capacity", 5);
    body.put("email", name.toLowerCase() + "@baton.example");
    as("manager").body(body).put("/v1/reps/{id}", id).then().statusCode(201);
    return id.toString();
  }

  @Test
  void aRosterWithEveryColumnIsTakenAndTakenAgainUnchanged() {
    as("manager").body(Map.of()).put("/v1/pools/midmarket").then().statusCode(201);
    String csv =
        "email;name;team;manager_email;zone;hours;holidays;absences;capacity;daily_cap;pools;active;external_ids\n"
            + "Boss@x.example;Ida Boss;North;;Europe/Berlin;;DE-BY;;3;;;yes;\n"
            + "rep@x.example;Jo Rep;North;boss@x.example;Europe/Berlin;\"Mon-Fri 09:00-12:00"
            + " 13:00-17:00; Sat 10:00-14:00\";DE-BY;2026-04-03..2026-04-10"
            + " 2026-12-24;25;8;\"midmarket:2;default\";true;\"crm=123;dialer=a-7\"\n";
    importRoster(csv, "")
        .statusCode(200)
        .body("applied", equalTo(true))
        .body("rows.outcome", equalTo(List.of("CREATED", "CREATED")));
    String repId =
        importRoster(csv, "")
            .statusCode(200)
            .body("rows.outcome", equalTo(List.of("UNCHANGED", "UNCHANGED")))
            .extract()
            .path("rows[1].id");
    as("ops")
        .get("/v1/reps/{id}", repId)
        .then()
        .statusCode(200)
        .body("email", equalTo("rep@x.example"))
        .body("workingHours", hasSize(11))
        .body("absences", hasSize(2))
        .body("holidays", equalTo("DE-BY"))
        .body("managerId", notNullValue())
        .body("dailyCap", equalTo(8))
        .body("pools.midmarket", equalTo(2))
        .body("externalIds.crm", equalTo("123"));
    as("rep").get("/v1/reps/{id}", repId).then().body("email", nullValue());
    as("ops").get("/v1/pools/midmarket/ledger").then().body("items.cause", hasItem("JOINED"));
  }

  @Test
  void theManagerCanStandBelowThoseWhoReport() {
    importRoster(
            HEADER
                + "one@below.example,One,UTC,5,,ida@below.example,\n"
                + "two@below.example,Two,UTC,5,,ida@below.example,\n"
                + "ida@below.example,Ida,UTC,5,,,\n",
            "")
        .statusCode(200)
        .body("rows.outcome", equalTo(List.of("CREATED", "CREATED", "CREATED")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bo@x.example,Bo,Middle/Earth,5,,,|zone",
        "not an address,Bo,UTC,5,,,|email",
        "ADA@x.example,Bo,UTC,5,,,|email",
        "bo@x.example,Bo,UTC,5,,,nowhere:2|pools",
        "bo@x.example,Bo,UTC,5,,,default:0|pools",
        "bo@x.example,Bo,UTC,5,,nobody@x.example,|manager_email",
        "bo@x.example,Bo,UTC,5,,bo@x.example,|manager_email",
        "bo@x.example,Bo,UTC,many,,,|capacity",
        "bo@x.example,,UTC,5,,,|name"
      })
  void aBadRowIsNamedWithItsColumnAndNothingIsChanged(String row, String column) {
    importRoster(HEADER + "ada@x.example,Ada,UTC,5,,,\n" + row + "\n", "")
        .statusCode(422)
        .contentType("application/problem+json")
        .body("report.applied", equalTo(false))
        .body("report.rows[1].outcome", equalTo("REFUSED"))
        .body("report.rows[1].faults.column", hasItem(column));
    as("ops").get("/v1/reps").then().body("items", hasSize(0));
  }

  @ParameterizedTest
  @CsvSource({
    "active,perhaps",
    "hours,Mon 17:00-09:00",
    "hours,Funday 09:00-17:00",
    "hours,Monster-Frisbee 09:00-17:00",
    "holidays,XX-1",
    "absences,2026-04-10..2026-04-03",
    "daily_cap,-1",
    "external_ids,crm",
    "pools,default;default"
  })
  void aCellThatCannotBeReadIsNamedByItsColumn(String column, String cell) {
    importRoster(
            "email,name,zone,capacity," + column + "\nbo@x.example,Bo,UTC,5," + cell + "\n", "")
        .statusCode(422)
        .body("report.rows[0].faults.column", equalTo(List.of(column)));
  }

  /** What is published of a rep would be larger than an event may be. */
  @ParameterizedTest
  @CsvSource({
    "absences,2026-04-03 ,401",
    "hours,Mon 09:00-10:00;,101",
    "external_ids,s%d=x;,21",
    "pools,p%d;,101"
  })
  void aCellThatSaysTooMuchIsRefusedAsPutRefusesIt(String column, String part, int times) {
    String cell =
        IntStream.range(0, times)
            .mapToObj(i -> part.replace("%d", Integer.toString(i)))
            .collect(Collectors.joining());
    importRoster(
            "email,name,zone,capacity," + column + "\nbo@x.example,Bo,UTC,5," + cell + "\n", "")
        .statusCode(422)
        .body("report.rows[0].faults.column", equalTo(List.of(column)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dryRun=1", "dryRun=yes", "partial=TRUE"})
  void aSwitchThatIsNeitherOnNorOffChangesNothing(String query) {
    importRoster(HEADER + "ada@x.example,Ada,UTC,5,,,\n", "?" + query).statusCode(400);
    as("ops").get("/v1/reps").then().body("items", hasSize(0));
  }

  /** Not everybody agrees what they are in lower case. */
  @ParameterizedTest
  @ValueSource(strings = {"\u0130d@x.example", "x\u03a3@x.example", "a\u0007b@x.example"})
  void anAddressIsAscii(String email) {
    importRoster(HEADER + email + ",Ada,UTC,5,,,\n", "")
        .statusCode(422)
        .body("report.rows[0].faults.column", equalTo(List.of("email")));
  }

  @Test
  void aTableThatIsNoneIsRefusedAsAProblemLikeAnyOther() {
    importRoster("email,name\n", "")
        .statusCode(400)
        .body("detail", containsString("lacks the column"))
        .body("instance", equalTo("/v1/roster/import"))
        .body("correlationId", notNullValue());
  }

  @Test
  void theSameTableFromManyAtOnceIsTakenOnceAndFoundUnchangedByTheOthers() throws Exception {
    String reps =
        IntStream.range(0, 30)
            .mapToObj(i -> "rep" + i + "@x.example,Rep,UTC,5,,,\n")
            .collect(Collectors.joining("", HEADER, ""));
    List<Integer> answers =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> importRoster(reps, "").extract().statusCode())
            .toList();
    assertThat(answers).containsOnly(200);
    as("ops").get("/v1/reps").then().body("items", hasSize(30));
  }

  @Test
  void whatWasReadOfARepCanBeChangedAndPutBack() {
    importRoster(HEADER + "ada@x.example,Ada,UTC,5,,,\n", "").statusCode(200);
    String id = as("manager").get("/v1/reps").path("items[0].repId");
    Map<String, Object> rep = as("manager").get("/v1/reps/{id}", id).path("$");
    rep.put("capacity", 7);
    as("manager").body(rep).put("/v1/reps/{id}", id).then().statusCode(200);
    as("manager")
        .get("/v1/reps/{id}", id)
        .then()
        .body("capacity", equalTo(7))
        .body("email", equalTo("ada@x.example"));
  }

  @Test
  void aCircleOfManagersIsRefusedInEachOfItsRows() {
    importRoster(
            HEADER
                + "a@x.example,A,UTC,5,,b@x.example,\n"
                + "b@x.example,B,UTC,5,,c@x.example,\n"
                + "c@x.example,C,UTC,5,,a@x.example,\n"
                + "d@x.example,D,UTC,5,,,\n",
            "?partial=true")
        .statusCode(200)
        .body("rows.outcome", equalTo(List.of("REFUSED", "REFUSED", "REFUSED", "CREATED")));
    as("ops").get("/v1/reps").then().body("items", hasSize(1));
  }

  @Test
  void whoeverReportsToARefusedRowIsRefusedToo() {
    importRoster(
            HEADER
                + "a@x.example,A,UTC,5,,b@x.example,\n"
                + "b@x.example,B,Nowhere,5,,,\n"
                + "c@x.example,C,UTC,5,,,\n",
            "?partial=true")
        .statusCode(200)
        .body("rows.outcome", equalTo(List.of("REFUSED", "REFUSED", "CREATED")));
  }

  @Test
  void aDryRunTellsAndChangesNothing() {
    importRoster(HEADER + "a@x.example,A,UTC,5,,,\n", "?dryRun=true")
        .statusCode(200)
        .body("applied", equalTo(false))
        .body("rows[0].outcome", equalTo("CREATED"));
    as("ops").get("/v1/reps").then().body("items", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "name\nA", "email,name,zone,capacity,shoe\na,b,c,d,e", "a\0b"})
  void whatIsNoRosterIsRefused(String text) {
    importRoster(text, "").statusCode(400).contentType("application/problem+json");
  }

  @Test
  void aTableThatIsTooLargeIsRefused() {
    importRoster(HEADER + "x".repeat(4 * 1024 * 1024), "").statusCode(413);
  }

  @Test
  void namesFromTheListOfNaughtyStringsAreKeptAsTheyAreOrRefused() throws Exception {
    Path file =
        Path.of(
            System.getProperty("baton.shared", "../../shared"),
            "data/big_list_of_naughty_strings/blns.json");
    assumeTrue(Files.exists(file), "the public sample data is not there");
    StringBuilder csv = new StringBuilder("email,name,zone,capacity\n");
    Map<String, String> names = new HashMap<>();
    int number = 0;
    for (JsonNode node : new ObjectMapper().readTree(Files.readString(file))) {
      String name = node.asText().strip();
      if (name.indexOf('\0') >= 0) {
        continue;
      }
      String email = "n" + number++ + "@x.example";
      names.put(email, name);
      csv.append(email).append(",\"").append(name.replace("\"", "\"\"")).append("\",UTC,1\n");
    }
    int refused =
        importRoster(csv.toString(), "?partial=true").statusCode(200).extract().path("refused");
    assertThat(refused).isLessThan(number / 4);
    String next = null;
    int seen = 0;
    do {
      var page =
          as("ops")
              .queryParam("limit", 200)
              .queryParam("cursor", next == null ? "" : next)
              .get("/v1/reps")
              .then()
              .statusCode(200)
              .extract();
      for (Object item : page.<java.util.List<?>>path("items")) {
        Map<?, ?> shown = (Map<?, ?>) item;
        assertThat(shown.get("name")).isEqualTo(names.get(shown.get("email")));
        seen++;
      }
      next = page.path("next");
    } while (next != null);
    assertThat(seen).isEqualTo(number - refused);
  }

  @Test
  void anEmailBelongsToOneRepWhateverItsCase() {
    rep(UuidCreator.getTimeOrderedEpoch(), "Ada");
    Map<String, Object> other = new HashMap<>();
    other.put("name", "Other");
    other.put("zone", "UTC");
    other.put("capacity", 5);
    other.put("email", "ADA@baton.example");
    as("manager")
        .body(other)
        .put("/v1/reps/{id}", UuidCreator.getTimeOrderedEpoch())
        .then()
        .statusCode(409)
        .body("errors.pointer", hasItem("/email"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"holidays\":\"DE-XX\"}|/holidays",
        "{\"email\":\"no address\"}|/email",
        "{\"managerId\":\"018f0000-0000-7000-8000-00000000dead\"}|/managerId",
        "{\"pools\":{\"nowhere\":1}}|/pools",
        "{\"pools\":{\"default\":101}}|/pools/default"
      })
  void whatElseIsWrongWithARepIsNamed(String more, String pointer) {
    String body = "{\"name\":\"a\",\"zone\":\"UTC\",\"capacity\":1," + more.substring(1);
    as("admin")
        .body(body)
        .put("/v1/reps/{id}", UuidCreator.getTimeOrderedEpoch())
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void aTeamsManagerIsPublishedWithItsRepsAndCirclesAreRefused() {
    String boss = rep(UuidCreator.getTimeOrderedEpoch(), "Boss");
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Jo");
    body.put("zone", "UTC");
    body.put("capacity", 5);
    body.put("team", "North");
    as("manager").body(body).put("/v1/reps/{id}", id).then().statusCode(201);
    as("manager")
        .body(Map.of("managerId", boss))
        .put("/v1/teams/North")
        .then()
        .statusCode(200)
        .body("reps", equalTo(1));
    as("ops")
        .get("/v1/reps/{id}", id)
        .then()
        .body("managerId", equalTo(boss))
        .body("version", equalTo(2));
    Map<String, Object> under = new HashMap<>();
    under.put("name", "Boss");
    under.put("zone", "UTC");
    under.put("capacity", 5);
    under.put("managerId", id.toString());
    as("manager")
        .body(under)
        .put("/v1/reps/{id}", boss)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/managerId"));
    as("manager")
        .body(Map.of("managerId", UUID.randomUUID().toString()))
        .put("/v1/teams/South")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/managerId"));
    as("manager")
        .delete("/v1/teams/North")
        .then()
        .statusCode(409)
        .body("detail", containsString("Jo"));
    as("manager")
        .delete("/v1/reps/{id}", boss)
        .then()
        .statusCode(409)
        .body("detail", containsString("team North"));
  }

  @Test
  void whoeverHadALeadLastThatWaitsForAManagerIsNeeded() throws Exception {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    rep(id, "Ada");
    RoutingDoor.execute(
        database,
        """
        with l as (select gen_random_uuid() as id),
        a as (insert into assignment (assignment_id, lead_id, cycle_id, decision_id, rep_id,
                rep_version, pool, attempt, cause, source, reasons, assigned_at, released_at,
                release_cause)
              select id, id, id, id, '%s', 1, 'default', 1, 'QUALIFIED', 'web', '[]', now(), now(),
                     'TAKEN_BACK' from l)
        insert into held (cycle_id, lead_id, decision_id, pool, reason, source, held_since,
                          priority_at, correlation_id)
        select id, id, id, 'default', 'NO_MANAGER', 'web', now(), now(), id from l"""
            .formatted(id));
    as("manager")
        .delete("/v1/reps/{id}", id)
        .then()
        .statusCode(409)
        .body("detail", containsString("1 leads that wait for a manager"));
  }

  @Test
  void whoeverIsNotNeededCanLeaveAndIsNotListedAnyMore() {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    rep(id, "Ada");
    as("manager").delete("/v1/reps/{id}", id).then().statusCode(204);
    as("manager").delete("/v1/reps/{id}", id).then().statusCode(404);
    as("ops").get("/v1/reps/{id}", id).then().statusCode(404);
    as("ops").get("/v1/pools/default").then().body("seats", hasSize(0));
    rep(id, "Ada");
    as("ops").get("/v1/pools/default").then().body("seats", hasSize(1));
  }

  @Test
  void anAccountIsKeptAndItsOwnerIsNeeded() {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    String owner = rep(UuidCreator.getTimeOrderedEpoch(), "Ada");
    Map<String, Object> account =
        Map.of("name", "Halden Pumps", "domain", "Halden.example", "country", "NO", "owner", owner);
    as("integration").body(account).put("/v1/accounts/{id}", id).then().statusCode(201);
    as("rep").get("/v1/accounts/{id}", id).then().body("domain", equalTo("halden.example"));
    as("manager").body(account).put("/v1/accounts/{id}", UUID.randomUUID()).then().statusCode(409);
    as("manager")
        .delete("/v1/reps/{id}", owner)
        .then()
        .statusCode(409)
        .body("detail", containsString("account Halden Pumps"));
    RestAssured.given()
        .header("X-API-Key", TestKeys.of("manager"))
        .contentType("text/csv")
        .body(
            "domain,name,owner_email,employees\nhalden.example,Halden,ada@baton.example,40\n"
                + "other.example,Other,,\n")
        .post("/v1/accounts/import")
        .then()
        .statusCode(200)
        .body("rows.outcome", equalTo(List.of("CHANGED", "CREATED")));
    RestAssured.given()
        .header("X-API-Key", TestKeys.of("manager"))
        .contentType("text/csv")
        .body("domain,name,country\nno domain,X,DE\nok.example,Y,Germany\n")
        .post("/v1/accounts/import")
        .then()
        .statusCode(422)
        .body("report.rows[0].faults.column", hasItem("domain"))
        .body("report.rows[1].faults.column", hasItem("country"));
    as("manager").delete("/v1/accounts/{id}", id).then().statusCode(204);
    as("manager").get("/v1/accounts/{id}", id).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "rep", "marketing", "integration"})
  void rostersAndTeamsAreChangedByManagersAndOpsOnly(String role) {
    RestAssured.given()
        .header("X-API-Key", TestKeys.of(role))
        .contentType("text/csv")
        .body(HEADER)
        .post("/v1/roster/import")
        .then()
        .statusCode(403);
    as(role).body(Map.of()).put("/v1/teams/x").then().statusCode(403);
    as(role).delete("/v1/reps/{id}", UUID.randomUUID()).then().statusCode(403);
  }
}
