package baton.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import baton.http.idempotency.Answer;
import baton.http.idempotency.Idempotency;
import baton.http.idempotency.IdempotencyKey;
import baton.http.idempotency.IdempotentCall;
import baton.http.idempotency.StoredAnswer;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EdgeDatabase.class)
class IdempotencyTest {

  @Inject Idempotency idempotency;
  @Inject DataSource database;

  @Test
  void repeatGetsTheFirstAnswerAndHasNoEffect() {
    String key = UUID.randomUUID().toString();
    Response first = call(TestKeys.OPS, key, "{}");
    int effects = EdgeResource.EFFECTS.get();

    Response second = call(TestKeys.OPS, key, "{}");

    first.then().statusCode(201).header(Answer.REPLAYED, nullValue());
    second
        .then()
        .statusCode(201)
        .contentType("application/json")
        .header(Answer.REPLAYED, equalTo("true"));
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(EdgeResource.EFFECTS.get()).isEqualTo(effects);
  }

  @Test
  void otherPayloadIs422() {
    String key = UUID.randomUUID().toString();
    call(TestKeys.OPS, key, "{}").then().statusCode(201);
    call(TestKeys.OPS, key, "{\"a\":1}")
        .then()
        .statusCode(422)
        .body("type", equalTo("https://baton.dev/problems/idempotency-key-reused"));
  }

  @Test
  void twoCallersMayUseTheSameKey() {
    String key = UUID.randomUUID().toString();
    call(TestKeys.OPS, key, "{}").then().statusCode(201);
    call(TestKeys.ADMIN, key, "{}").then().statusCode(201).header(Answer.REPLAYED, nullValue());
  }

  @Test
  void missingKeyIs400() {
    given()
        .header("X-API-Key", TestKeys.OPS)
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/edge/effects")
        .then()
        .statusCode(400)
        .body("type", equalTo("https://baton.dev/problems/idempotency-key-missing"));
  }

  @Test
  void keyOf255CharactersIsTakenAndOneMoreIs400() {
    String longest = UUID.randomUUID() + "k".repeat(255 - 36);
    call(TestKeys.OPS, longest, "{}").then().statusCode(201);
    call(TestKeys.OPS, longest + "k", "{}")
        .then()
        .statusCode(400)
        .body("type", equalTo("https://baton.dev/problems/idempotency-key-invalid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with space", "tab\t", "\u007f", "ü"})
  void keyOfOtherThanVisibleAsciiIsRefused(String key) {
    assertThatThrownBy(() -> IdempotencyKey.required(key))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(400));
  }

  @Test
  void callInProgressElsewhereIs409AndFreeAfterwards() throws SQLException {
    IdempotentCall call = call("in-progress", "{}");
    try (Connection one = transaction();
        Connection other = transaction()) {
      idempotency.once(one, call, () -> answer("first", null));

      assertThatThrownBy(() -> idempotency.once(other, call, () -> answer("second", null)))
          .isInstanceOfSatisfying(
              HttpProblem.class,
              problem -> assertThat(problem.getType().getPath()).endsWith("in-progress"));

      other.rollback();
      one.commit();
      Answer replayed = idempotency.once(other, call, () -> answer("second", null));
      assertThat(replayed.replayed()).isTrue();
      assertThat(replayed.body()).isEqualTo("first".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void rolledBackCallMayBeTriedAgain() throws SQLException {
    IdempotentCall call = call("rolled-back", "{}");
    try (Connection connection = transaction()) {
      idempotency.once(connection, call, () -> answer("lost", null));
      connection.rollback();
      assertThat(idempotency.once(connection, call, () -> answer("kept", null)).replayed())
          .isFalse();
      connection.rollback();
    }
  }

  @Test
  void keyIsNowhereInTheDatabase() throws SQLException {
    call(TestKeys.OPS, "jane@example.com", "{}").then().statusCode(201);
    try (Connection connection = transaction();
        var row =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*), count(*) filter (where a::text like '%jane%'"
                        + " or a::text like '%' || encode('jane', 'hex') || '%')"
                        + " from idempotent_answer a")) {
      row.next();
      assertThat(row.getInt(1)).isPositive();
      assertThat(row.getInt(2)).isZero();
    }
  }

  @Test
  void batchStoresAndFindsAllButWhatAnotherTransactionAnswered() throws SQLException {
    IdempotentCall taken = call("batch-taken", "{}");
    IdempotentCall free = call("batch-free", "{}");
    IdempotentCall absent = call("batch-absent", "{}");
    UUID lead = UUID.randomUUID();
    try (Connection connection = transaction()) {
      idempotency.store(connection, List.of(new StoredAnswer(taken, answer("earlier", null))));

      assertThat(
              idempotency.store(
                  connection,
                  List.of(
                      new StoredAnswer(taken, answer("later", null)),
                      new StoredAnswer(free, answer("new", lead)))))
          .containsExactly(free.id());

      var found =
          idempotency.find(connection, List.of(taken.id(), free.id(), absent.id(), free.id()));
      assertThat(found).containsOnlyKeys(taken.id(), free.id());
      assertThat(found.get(free.id()).answer().subject()).isEqualTo(lead);
      assertThat(found.get(taken.id()).replayTo(taken).body())
          .isEqualTo("earlier".getBytes(StandardCharsets.UTF_8));
      connection.rollback();
    }
  }

  @Test
  void emptyBatchIsNothing() throws SQLException {
    try (Connection connection = transaction()) {
      assertThat(idempotency.tryLock(connection, List.of())).isEmpty();
      assertThat(idempotency.find(connection, List.of())).isEmpty();
      assertThat(idempotency.store(connection, List.of())).isEmpty();
    }
  }

  @Test
  void batchLocksOnlyWhatIsFree() throws SQLException {
    IdempotentCall held = call("lock-held", "{}");
    IdempotentCall free = call("lock-free", "{}");
    try (Connection one = transaction();
        Connection other = transaction()) {
      assertThat(idempotency.tryLock(one, List.of(held.id()))).containsExactly(held.id());
      assertThat(idempotency.tryLock(other, List.of(held.id(), free.id())))
          .containsExactly(free.id());
      one.rollback();
      assertThat(idempotency.tryLock(other, List.of(held.id()))).containsExactly(held.id());
      other.rollback();
    }
  }

  @Test
  void erasingALeadDeletesItsAnswersOnly() throws SQLException {
    UUID lead = UUID.randomUUID();
    IdempotentCall about = call("erase-about", "{}");
    IdempotentCall notAbout = call("erase-not-about", "{}");
    try (Connection connection = transaction()) {
      idempotency.store(
          connection,
          List.of(
              new StoredAnswer(about, answer("a", lead)),
              new StoredAnswer(notAbout, answer("b", UUID.randomUUID()))));

      assertThat(idempotency.eraseSubject(connection, lead)).isEqualTo(1);

      assertThat(idempotency.find(connection, List.of(about.id(), notAbout.id())))
          .containsOnlyKeys(notAbout.id());
      connection.rollback();
    }
  }

  @Test
  void forgettingDeletesWhatIsOlderAndNothingElse() throws SQLException {
    IdempotentCall old = call("forget-old", "{}");
    IdempotentCall young = call("forget-young", "{}");
    Instant limit = Instant.parse("2020-01-01T00:00:00Z");
    try (Connection connection = transaction()) {
      idempotency.store(
          connection,
          List.of(
              new StoredAnswer(old, answer("a", null)),
              new StoredAnswer(young, answer("b", null))));
      age(connection, old, limit.minus(1, ChronoUnit.MILLIS));
      age(connection, young, limit);

      assertThat(idempotency.forget(connection, limit, 100)).isEqualTo(1);

      assertThat(idempotency.find(connection, List.of(old.id(), young.id())))
          .containsOnlyKeys(young.id());
      connection.rollback();
    }
  }

  @Test
  void forgettingStopsAtItsBound() throws SQLException {
    try (Connection connection = transaction()) {
      for (int i = 0; i < 3; i++) {
        IdempotentCall call = call("forget-bound-" + i, "{}");
        idempotency.store(connection, List.of(new StoredAnswer(call, answer("a", null))));
        age(connection, call, Instant.EPOCH);
      }
      assertThat(idempotency.forget(connection, Instant.parse("2020-01-01T00:00:00Z"), 2))
          .isEqualTo(2);
      connection.rollback();
    }
  }

  private static void age(Connection connection, IdempotentCall call, Instant created)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update idempotent_answer set created_at = ?::timestamptz where scope = ?")) {
      update.setString(1, created.toString());
      update.setString(2, call.id().scope());
      update.executeUpdate();
    }
  }

  private static IdempotentCall call(String scope, String payload) {
    return IdempotentCall.of(
        scope, IdempotencyKey.required("key"), payload.getBytes(StandardCharsets.UTF_8));
  }

  private static Answer answer(String body, UUID subject) {
    return Answer.json(201, body.getBytes(StandardCharsets.UTF_8), subject);
  }

  private Connection transaction() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private static Response call(String apiKey, String key, String body) {
    return given()
        .header("X-API-Key", apiKey)
        .header(IdempotencyKey.HEADER, key)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/edge/effects");
  }
}
