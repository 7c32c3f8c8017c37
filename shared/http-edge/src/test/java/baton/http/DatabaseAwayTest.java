package baton.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import baton.testing.BatonInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EdgeDatabase.class)
class DatabaseAwayTest {

  @BeforeEach
  void stopDatabase() {
    given().get("/edge/query").then().statusCode(200);
    BatonInfrastructure.postgres().stop();
  }

  @AfterEach
  void startDatabase() {
    BatonInfrastructure.postgres().start();
  }

  @Test
  void queryIs503WithRetryAfterOnBrokenAndOnNewConnections() {
    unavailable(given().get("/edge/query"));
    unavailable(given().get("/edge/query"));
  }

  @Test
  void keyThatOnlyTheDatabaseKnowsIs503AndNot401() {
    unavailable(given().header("X-API-Key", "btn_stored_" + "x".repeat(32)).get("/edge/anyone"));
  }

  @Test
  void configuredKeyGoesOnWorking() {
    given().header("X-API-Key", TestKeys.OPS).get("/edge/ops").then().statusCode(200);
  }

  private static void unavailable(Response answer) {
    answer
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("5"))
        .contentType("application/problem+json")
        .body("type", equalTo("https://baton.dev/problems/unavailable"));
  }
}
