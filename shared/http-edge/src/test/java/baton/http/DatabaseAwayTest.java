package baton.http;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import baton.testing.BatonInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
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
    // Connections that the pool still holds are broken, and each is found out by its own request.
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> given().get("/edge/query").statusCode() == 200);
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
