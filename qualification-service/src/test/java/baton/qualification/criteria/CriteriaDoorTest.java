package baton.qualification.criteria;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import baton.testing.BatonInfrastructure;
import baton.testing.TestKeys;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Criteria as Sales keeps them, through the doors. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "qualification"))
class CriteriaDoorTest {

  private static final String VERSION = "/v1/criteria-sets/{id}/versions/{version}";

  private static RequestSpecification as(String role) {
    return given().header("X-API-Key", TestKeys.of(role)).contentType(ContentType.JSON);
  }

  private static String set(int threshold, String when) {
    return """
        {"name": "Mid-market", "threshold": %d, "gradeB": 40, "gradeA": 60,
         "criteria": [
           {"id": "size", "kind": "WEIGHTED", "expected": "Fifty employees", "when": "%s",
            "points": 70}]}"""
        .formatted(threshold, when);
  }

  private static final String GOOD = set(20, "lead.employees >= 50");

  @Test
  void aSetIsSavedInVersionsThatNeverChange() {
    String id = "grows";
    as("manager").body(GOOD).put(VERSION, id, 1).then().statusCode(201).body("version", equalTo(1));
    as("manager").body(GOOD).put(VERSION, id, 1).then().statusCode(200);
    as("manager")
        .body(set(30, "lead.employees >= 50"))
        .put(VERSION, id, 1)
        .then()
        .statusCode(409)
        .body(
            "detail", equalTo("the next version of this set is 2; version 1 has another content"));
    as("manager").body(set(30, "lead.employees >= 50")).put(VERSION, id, 3).then().statusCode(409);
    as("admin")
        .body(set(30, "lead.employees >= 60"))
        .put(VERSION, id, 2)
        .then()
        .statusCode(201)
        .body("itemVersions.size", equalTo(2));

    as("rep")
        .get("/v1/criteria-sets/{id}/versions", id)
        .then()
        .statusCode(200)
        .body("items.version", equalTo(List.of(2, 1)))
        .body("items[1].definition.criteria[0].when", equalTo("lead.employees >= 50"));
    as("rep").get(VERSION, id, 1).then().statusCode(200).body("definition.threshold", equalTo(20));
    as("rep").get("/v1/criteria-sets?limit=200").then().body("items.id", hasItem(id));
  }

  @Test
  void aConditionThatDoesNotCompileIsRefusedWhereItStands() {
    as("manager")
        .body(set(20, "lead.employes >= 50"))
        .put(VERSION, "faulty", 1)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors", hasSize(1))
        .body("errors[0].pointer", equalTo("/criteria/0/when"))
        .body(
            "errors[0].detail",
            equalTo(
                "line 1, column 1: there is no attribute lead.employes; did you mean"
                    + " lead.employees?"));
    as("manager").get("/v1/criteria-sets/faulty/versions").then().statusCode(404);
  }

  @Test
  void aThresholdThatNobodyCanReachIsRefused() {
    as("manager")
        .body(set(71, "lead.employees >= 50").replace("40", "71").replace("60", "71"))
        .put(VERSION, "unreachable", 1)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/threshold"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"name\": \"x\", \"threshold\": \"20\"}",
        "{\"name\": \"x\", \"threshold\": 20, \"gradeB\": 40, \"gradeA\": 60, \"criteria\": []}",
        "{\"name\": \"x\", \"threshold\": 20, \"gradeB\": 40, \"gradeA\": 60, \"criteria\": [null]}",
        "{\"name\": \"x\", \"threshold\": 20, \"gradeB\": 40, \"gradeA\": 60, \"surprise\": 1}",
        "not json",
        "{\"name\": \"x\", \"threshold\": 1, \"gradeB\": 1, \"gradeA\": 1, \"criteria\": [{\"id\": \"a\","
            + " \"kind\": \"WEIGHTED\", \"expected\": \"x\", \"points\": 5, \"when\": \"lead.title =="
            + " 'a\\u0000b'\"}]}"
      })
  void whatIsNoSetIsRefused(String body) {
    as("manager")
        .body(body)
        .put(VERSION, "none", 1)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Upper", "-x", "a_b", "x%20y"})
  void anIdHasLowerCaseLettersDigitsAndHyphens(String id) {
    as("manager")
        .urlEncodingEnabled(false)
        .body(GOOD)
        .put("/v1/criteria-sets/" + id + "/versions/1")
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "1000001"})
  void aVersionIsANumberFromOne(int version) {
    as("manager").body(GOOD).put(VERSION, "numbers", version).then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "rep", "marketing", "ops", "integration"})
  void onlySalesAndAdminsSetCriteria(String role) {
    as(role).body(GOOD).put(VERSION, "forbidden", 1).then().statusCode(403);
    as(role)
        .body("{\"id\": \"b2b-default\", \"version\": 1}")
        .put("/v1/criteria")
        .then()
        .statusCode(403);
  }

  @Test
  void whatIsUnknownIsNotPutInForce() {
    as("manager")
        .body("{\"id\": \"b2b-default\", \"version\": 99}")
        .put("/v1/criteria")
        .then()
        .statusCode(422)
        .body("detail", containsString("no such version"));
    as("rep").get("/v1/criteria").then().body("criteria.id", equalTo("b2b-default"));
  }

  /** Of two people who save the same next version with other content one is told. */
  @Test
  void twoWhoSaveTheNextVersionAtOnceDoNotOverwriteOneAnother() throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 5; round++) {
        String id = "raced-" + round;
        Future<Integer> one = two.submit(() -> save(id, 20));
        Future<Integer> other = two.submit(() -> save(id, 21));
        assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(201, 409);
      }
    } finally {
      two.shutdown();
    }
  }

  private static int save(String id, int threshold) {
    return as("manager").body(set(threshold, "true")).put(VERSION, id, 1).statusCode();
  }
}
