package baton.intake;

import static baton.intake.HubSpotApp.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import baton.testing.BatonInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A secret is replaced without a moment in which webhooks are refused. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class SourceSecretsDoorTest {

  private static final byte[] BODY = "{}".getBytes(UTF_8);

  @Inject AgroalDataSource database;

  private ConnectedPlatform old;
  private ConnectedPlatform fresh;

  @BeforeEach
  void connect() {
    old = ConnectedPlatform.with("MAUTIC", "the-old-secret");
    fresh = new ConnectedPlatform(old.source(), "the-new-secret");
  }

  @Test
  void bothProveUntilTheOldOneIsRemoved() {
    assertThat(fresh.mautic(BODY).statusCode()).isEqualTo(401);
    add("{\"secret\": \"the-new-secret\"}").statusCode(201).body("secret", nullValue());
    assertThat(old.mautic(BODY).statusCode()).isEqualTo(200);
    assertThat(fresh.mautic(BODY).statusCode()).isEqualTo(200);

    String first =
        secrets()
            .body("items", hasSize(2))
            .body("items.secret", everyItem(nullValue()))
            .extract()
            .path("items[0].id");
    remove(first).statusCode(204);
    assertThat(fresh.mautic(BODY).statusCode()).isEqualTo(200);
    assertThat(old.mautic(BODY).statusCode()).isEqualTo(401);
    remove(first).statusCode(404);
    remove(secrets().extract().path("items[0].id")).statusCode(409);
    assertThat(fresh.mautic(BODY).statusCode()).isEqualTo(200);
  }

  @Test
  void oneThatIsMadeIsShownOnceAndAThirdIsRefused() {
    String made =
        add("{}")
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .body("secret", matchesPattern("[\\w-]{43}"))
            .extract()
            .path("secret");
    assertThat(new ConnectedPlatform(old.source(), made).mautic(BODY).statusCode()).isEqualTo(200);
    add("{}").statusCode(409);
    secrets().body("items", hasSize(2));
  }

  @Test
  void anotherOneInTheSourceReplacesAll() {
    add("{}").statusCode(201);
    ConnectedPlatform.connect(old.source(), "MAUTIC", ", \"secret\": \"the-new-secret\"")
        .then()
        .statusCode(200);
    secrets().body("items", hasSize(1));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> fresh.mautic(BODY).statusCode() == 200 && old.mautic(BODY).statusCode() == 401);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    add("{\"secret\": \"short\"}").statusCode(400);
    add("{\"secret\": \"with a blank\"}").statusCode(400);
    as("marketing").body("{}").post("/v1/sources/nobody/secrets").then().statusCode(404);
    as("rep").body("{}").post("/v1/sources/" + old.source() + "/secrets").then().statusCode(403);
    remove(UUID.randomUUID().toString()).statusCode(404);
    HubSpotApp app = HubSpotApp.connected();
    as("ops").body("{}").post("/v1/sources/" + app.source + "/secrets").then().statusCode(400);
    String standard = "s" + old.source();
    as("ops").body("{\"name\": \"Any\"}").put("/v1/sources/" + standard);
    as("ops")
        .body("{\"secret\": \"of-my-own\"}")
        .post("/v1/sources/" + standard + "/secrets")
        .then()
        .statusCode(400);
    as("ops")
        .body("{}")
        .post("/v1/sources/" + standard + "/secrets")
        .then()
        .statusCode(201)
        .body("secret", matchesPattern("whsec_.{44}"));
  }

  @Test
  void theDatabaseTellsNoSecret() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*), count(secret), (select string_agg(encode(sealed, 'escape'), ' ')"
                    + " from source_secret) from source")) {
      row.next();
      assertThat(row.getInt(1)).isPositive();
      assertThat(row.getInt(2)).isZero();
      assertThat(row.getString(3)).doesNotContain("secret").doesNotContain("whsec");
    }
  }

  private ValidatableResponse add(String body) {
    return as("marketing").body(body).post("/v1/sources/" + old.source() + "/secrets").then();
  }

  private ValidatableResponse secrets() {
    return as("marketing").get("/v1/sources/" + old.source() + "/secrets").then().statusCode(200);
  }

  private ValidatableResponse remove(String id) {
    return as("marketing").delete("/v1/sources/" + old.source() + "/secrets/" + id).then();
  }
}
