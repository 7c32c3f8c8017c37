package baton.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EdgeDatabase.class)
class ProblemTest {

  @Test
  void unknownPathIs404() {
    problem(given().get("/nowhere"), 404, "not-found");
  }

  @Test
  void unknownPathBesideHealthIs404() {
    problem(given().get("/q/nowhere"), 404, "not-found");
  }

  @Test
  void wrongMethodIs405() {
    problem(given().delete("/edge/open"), 405, "method-not-allowed");
  }

  @Test
  void unknownMediaTypeIs415() {
    problem(
        given().contentType("text/csv").body("a,b").post("/edge/orders"),
        415,
        "unsupported-media-type");
  }

  @Test
  void mediaTypeThatCannotBeProducedIs406() {
    problem(given().accept("text/csv").get("/edge/open"), 406, "not-acceptable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "", "application/json;", "*; q=.2"})
  void whatAcceptSaysCountsOnlyIfItCanBeRead(String accept) {
    given().header("Accept", accept).get("/edge/open").then().statusCode(200);
  }

  @Test
  void malformedJsonIs400WithItsPosition() {
    problem(order("{\n  \"name\": oops\n}"), 400, "malformed-json")
        .body("line", equalTo(2))
        .body("column", notNullValue());
  }

  @Test
  void truncatedJsonIs400WithItsPosition() {
    problem(order("{\"name\": \"a"), 400, "malformed-json").body("line", equalTo(1));
  }

  @Test
  void somethingAfterTheDocumentIs400() {
    order("{\"name\":\"a\"} {}").then().statusCode(400).contentType("application/problem+json");
  }

  @Test
  void sameNameTwiceIs400() {
    problem(order("{\"name\":\"a\",\"name\":\"b\"}"), 400, "malformed-json");
  }

  @Test
  void wrongTypeIs400WithAPointer() {
    problem(order("{\"name\":\"a\",\"items\":[{\"quantity\":\"many\"}]}"), 400, "invalid-request")
        .body("errors[0].pointer", equalTo("/items/0/quantity"))
        .body("errors[0].detail", equalTo("must be a whole number"));
  }

  @Test
  void aFractionIsNoWholeNumberAndANumberNoWord() {
    problem(order("{\"name\":\"a\",\"items\":[{\"quantity\":1.9}]}"), 400, "invalid-request")
        .body("errors[0].detail", equalTo("must be a whole number"));
    problem(order("{\"name\":\"a\",\"items\":[{\"unit\":1}]}"), 400, "invalid-request")
        .body("errors[0].detail", equalTo("must be one of PIECE, DOZEN"));
  }

  @Test
  void aWordThatIsNoneOfThoseThatAreValidIs400WithThem() {
    problem(order("{\"name\":\"a\",\"items\":[{\"unit\":\"GROSS\"}]}"), 400, "invalid-request")
        .body("errors[0].pointer", equalTo("/items/0/unit"))
        .body("errors[0].detail", equalTo("must be one of PIECE, DOZEN"));
  }

  @Test
  void arrayInsteadOfObjectIs400() {
    problem(order("[]"), 400, "invalid-request").body("errors[0].pointer", equalTo(""));
  }

  @Test
  void brokenConstraintsAreAllListedWithPointers() {
    problem(
            order(
                "{\"name\":\" \",\"items\":[{\"quantity\":1},{\"quantity\":0}],"
                    + "\"tags\":[\"\"]}"),
            400,
            "invalid-request")
        .body("errors.pointer", containsInAnyOrder("/name", "/items/1/quantity", "/tags/0"))
        .body("errors.detail", hasItem("must not be blank"));
  }

  @Test
  void missingBodyIs400() {
    problem(given().contentType(ContentType.JSON).post("/edge/orders"), 400, "invalid-request")
        .body("errors[0].pointer", equalTo(""));
  }

  @Test
  void brokenConstraintOnAParameterNamesIt() {
    problem(given().get("/edge/search?min=0"), 400, "invalid-request")
        .body("errors[0].parameter", equalTo("min"));
  }

  @Test
  void bugIs500WithACorrelationIdAndNothingElse() {
    Response answer = given().get("/edge/bug");
    problem(answer, 500, "internal")
        .body("correlationId", equalTo(answer.header("X-Correlation-Id")));
    assertThat(answer.asString()).doesNotContain("secret").doesNotContain("IllegalState");
  }

  @Test
  void javaErrorIs500() {
    assertThat(problem(given().get("/edge/overflow"), 500, "internal").extract().asString())
        .doesNotContain("secret");
  }

  @Test
  void constraintThatOurAnswerBreaksIs500() {
    problem(given().get("/edge/broken-answer"), 500, "internal");
  }

  @Test
  void answerThatCannotBeWrittenIs500() {
    assertThat(problem(given().get("/edge/unwritable"), 500, "internal").extract().asString())
        .doesNotContain("secret");
  }

  @Test
  void wrongSqlIs500AndNot503() {
    assertThat(problem(given().get("/edge/wrong-sql"), 500, "internal").extract().asString())
        .doesNotContain("nowhere");
  }

  private static Response order(String body) {
    return given().contentType(ContentType.JSON).body(body).post("/edge/orders");
  }

  private static ValidatableResponse problem(Response answer, int status, String slug) {
    return answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("https://baton.dev/problems/" + slug))
        .body("status", equalTo(status))
        .body("title", notNullValue())
        .body("correlationId", equalTo(answer.header("X-Correlation-Id")));
  }
}
