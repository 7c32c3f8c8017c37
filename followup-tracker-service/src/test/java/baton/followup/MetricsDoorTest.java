package baton.followup;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import baton.eventlog.conformance.TopicWriter;
import baton.testing.BatonInfrastructure;
import baton.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers through their doors. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "followup"))
class MetricsDoorTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static RequestSpecification as(String role) {
    return given().header("X-API-Key", TestKeys.of(role));
  }

  @Test
  void everyMetricIsNamedWithItsVersionAndItsFormulaInWords() {
    as("marketing")
        .get("/v1/metrics")
        .then()
        .statusCode(200)
        .body(
            "name",
            hasItems(
                "follow-up-rate",
                "ignored-rate",
                "acceptance-rate",
                "rejections",
                "speed-to-lead",
                "time-to-action",
                "breach-rate",
                "conversion",
                "funnel"))
        .body("version", everyItem(greaterThan(0)))
        .body("formula", everyItem(not(equalTo(""))))
        .body("[0].by", equalTo(java.util.List.of("rep", "team", "source", "campaign", "grade")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rep", "manager", "marketing", "ops", "admin"})
  void whatOthersPublishedIsToldWithItsSource(String role) {
    as(role)
        .get("/v1/published-figures")
        .then()
        .statusCode(200)
        .body("source", everyItem(notNullValue()))
        .body("[0].id", equalTo("followed-up"))
        .body("[0].metric", equalTo("follow-up-rate"))
        .body("[0].value", equalTo(0.27f))
        .body("[0].figure", equalTo("27 %"))
        .body("[0].says", equalTo("27 % of marketing leads are followed up at all."))
        .body("[0].source", equalTo("InsideSales.com"))
        .body("[0].year", nullValue());
    as("source").get("/v1/published-figures").then().statusCode(403);
    given().get("/v1/published-figures").then().statusCode(401);
  }

  /** A lead of a day of its own, on which nothing else happened. */
  @Test
  void aLeadThatWasCalledIsFollowedUpAndCountsForItsRep() throws Exception {
    Instant begin = Clock.systemUTC().instant().minus(Duration.ofDays(60));
    Story story = new Story(begin);
    try (TopicWriter topics =
        new TopicWriter(
            "baton.intake",
            "baton.qualification",
            "baton.routing",
            "baton.roster",
            "baton.activity")) {
      topics.send(story.received(), story.qualified(), story.rep(), story.assigned());
      topics.send(story.called(30));
    }
    String day = LocalDate.ofInstant(begin, ZoneOffset.UTC).toString();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                on(day, "follow-up-rate?by=rep")
                    .body("counted", equalTo("ASSIGNMENTS"))
                    .body("lines", hasSize(1))
                    .body("lines[0].group.rep", equalTo(story.rep.toString()))
                    .body("lines[0].rate", equalTo(1.0f)));
    on(day, "follow-up-rate?period=total")
        .body("counted", equalTo("CYCLES"))
        .body("lines[0].part", equalTo(1))
        .body("lines[0].whole", equalTo(1))
        .body("lines[0].period", nullValue());
    on(day, "time-to-action")
        .body("counted", equalTo("ASSIGNMENTS"))
        .body("lines[0].elapsed.count", equalTo(1));
    on(day, "speed-to-lead?by=rep").body("counted", equalTo("CYCLES"));
    on(day, "rejections?by=source").body("counted", equalTo("ASSIGNMENTS"));
    on(day, "conversion?by=source")
        .body("lines[0].group.source", equalTo("api"))
        .body("lines[0].stages.MQL", equalTo(1))
        .body("lines[0].stages.WON", equalTo(0));
    on(day, "follow-up-rate?campaign=another").body("lines", hasSize(0));
    on(day, "follow-up-rate?asOf=" + begin).body("lines", hasSize(0));
    on(day, "follow-up-rate/cycles")
        .body("items", hasSize(1))
        .body("items[0].leadId", equalTo(story.lead.toString()))
        .body("items[0].cycleId", equalTo(story.cycle.toString()))
        .body("items[0].source", equalTo("api"))
        .body("items[0].grade", equalTo("A"))
        .body("items[0].state", equalTo("TOUCHED"))
        .body("items[0].company", equalTo("Example"))
        .body("items[0].country", equalTo("DE"))
        .body("items[0].title", equalTo("Buyer"))
        .body("items[0].value", nullValue())
        .body("items[0].assignmentId", nullValue())
        .body("next", nullValue());
    on(day, "time-to-action/cycles?rep=" + story.rep)
        .body("items.assignmentId", hasItems(story.assignment.toString()))
        .body("items.repName", hasItems("Sam"))
        .body("items.value", hasItems(1_798_000));
    on(day, "funnel/cycles?of=WON").body("items", hasSize(0));
    as("manager")
        .get("/v1/metrics/follow-up-rate/restatements?from=" + day + "&to=" + day)
        .then()
        .statusCode(200)
        .body("measure", hasItems("QUALIFIED_TOUCHED"))
        .body("recorded", everyItem(notNullValue()));
    as("ops")
        .get("/v1/metrics/recomputation")
        .then()
        .statusCode(200)
        .body("equal", equalTo(true))
        .body("cells", greaterThan(5))
        .body("differences", hasSize(0));
  }

  private static io.restassured.response.ValidatableResponse on(String day, String metric) {
    String separator = metric.contains("?") ? "&" : "?";
    return as("manager")
        .get("/v1/metrics/" + metric + separator + "from=" + day + "&to=" + day)
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "period=month,period",
    "by=rep%20team,by",
    "by=colour,by",
    "by=rep%2C,by",
    "asOf=yesterday,asOf",
    "asOf=%2B1000000000-12-31T23:59:59Z,asOf",
    "asOf=%2B10000-01-01T00:00:00Z,asOf",
    "from=2026-03-32,from",
    "from=2026-03-02&to=2026-03-01,from",
    "from=2025-01-01&to=2026-03-01,from",
    "team=a%00b,team",
    "rep=abc,rep",
    "grade=Z,grade"
  })
  void aQuestionThatMakesNoSenseIsRefused(String query, String parameter) {
    as("manager")
        .urlEncodingEnabled(false)
        .get("/v1/metrics/follow-up-rate?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].parameter", containsString(parameter));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "follow-up-rate|of=half|is part or whole",
        "speed-to-lead|of=part|has to be left out",
        "funnel|limit=1|is one of RECEIVED, QUALIFIED, ASSIGNED, ACCEPTED, TOUCHED, WON",
        "funnel|of=RECEIVED&team=North|is one of ASSIGNED, ACCEPTED, TOUCHED, WON"
      })
  void aNumberThatTheMetricDoesNotHaveIsRefused(String metric, String query, String why) {
    as("manager")
        .get("/v1/metrics/" + metric + "/cycles?" + query)
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("of"))
        .body("errors[0].detail", equalTo(why));
  }

  @Test
  void aMetricThatIsUnknownIsNotFound() {
    as("manager").get("/v1/metrics/happiness").then().statusCode(404);
    as("manager").get("/v1/metrics/happiness/restatements").then().statusCode(404);
    as("manager").get("/v1/metrics/happiness/cycles").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "rep", "integration"})
  void onlyWhoAnswersForTheNumbersSeesThem(String role) {
    as(role).get("/v1/metrics").then().statusCode(403);
    as(role).get("/v1/metrics/follow-up-rate").then().statusCode(403);
    as(role).get("/v1/metrics/follow-up-rate/cycles").then().statusCode(403);
    as("manager").get("/v1/metrics/recomputation").then().statusCode(403);
    as("manager").post("/v1/metrics/recount").then().statusCode(403);
    given().get("/v1/metrics").then().statusCode(401);
  }
}
