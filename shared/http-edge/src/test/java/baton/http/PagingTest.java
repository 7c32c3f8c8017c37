package baton.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import baton.http.paging.Cursor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EdgeDatabase.class)
class PagingTest {

  @Test
  void pageHasFiftyRowsUnlessAskedOtherwise() {
    given().get("/edge/numbers").then().body("items", hasSize(50));
  }

  @Test
  void followingTheCursorSeesEveryRowOnce() {
    List<Integer> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Response page =
          given().queryParam("limit", 40).queryParam("cursor", cursor).get("/edge/numbers");
      seen.addAll(page.<List<Integer>>path("items"));
      cursor = page.path("next");
    }
    assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 120).boxed().toList());
  }

  @Test
  void lastPageThatIsExactlyFullHasNoNext() {
    Response page = given().queryParam("limit", 120).get("/edge/numbers");
    assertThat(page.<List<Integer>>path("items")).hasSize(120);
    assertThat(page.<String>path("next")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "200"})
  void limitsAtTheBoundsAreTaken(String limit) {
    given().queryParam("limit", limit).get("/edge/numbers").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "many", "99999999999"})
  void limitsBeyondTheBoundsAre400(String limit) {
    given()
        .queryParam("limit", limit)
        .get("/edge/numbers")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("https://baton.dev/problems/limit-out-of-range"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "a b", "YWJj", ".", "gICA", "AA"})
  void cursorOfAnotherListIs400(String cursor) {
    given()
        .queryParam("cursor", cursor)
        .get("/edge/numbers")
        .then()
        .statusCode(400)
        .body("type", equalTo("https://baton.dev/problems/cursor-invalid"));
  }

  @Test
  void cursorKeepsEveryPartAsItWas() {
    Instant time = Instant.parse("2026-03-29T01:59:59.123456Z");
    UUID id = UUID.randomUUID();
    Cursor read = Cursor.parse(Cursor.of(time, id, 7L, "a.b ü", "").toString());
    assertThat(read.instant(0)).isEqualTo(time);
    assertThat(read.uuid(1)).isEqualTo(id);
    assertThat(read.number(2)).isEqualTo(7);
    assertThat(read.text(3)).isEqualTo("a.b ü");
    assertThat(read.text(4)).isEmpty();
  }
}
