package baton.http.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.http.EdgeDatabase;
import baton.http.EndedSpans;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EdgeDatabase.class)
class SpansWithoutQueriesTest {

  @Inject EndedSpans spans;

  @Test
  void aSpanTellsNothingOfTheQuery() {
    given().get("/edge/spanned?key=btn_secret&email=jo@example.com").then().statusCode(404);

    await().atMost(Duration.ofSeconds(10)).until(() -> !spansOf("/edge/spanned").isEmpty());
    assertThat(spansOf("/edge/spanned"))
        .allSatisfy(
            span ->
                assertThat(span)
                    .contains("url.query=redacted")
                    .doesNotContain("btn_secret")
                    .doesNotContain("@"));
  }

  /** Messages of exceptions quote what callers sent. */
  @Test
  void aSpanTellsNoMessageOfAnException() {
    given().get("/edge/bug").then().statusCode(500);

    await().atMost(Duration.ofSeconds(10)).until(() -> !spansOf("/edge/bug").isEmpty());
    assertThat(spansOf("/edge/bug"))
        .allSatisfy(
            span ->
                assertThat(span)
                    .contains("ERROR")
                    .doesNotContain("secret internals")
                    .doesNotContain("@"));
  }

  private List<String> spansOf(String path) {
    return spans.all().stream()
        .map(
            span ->
                span.getName() + " " + span.getAttributes() + span.getEvents() + span.getStatus())
        .filter(span -> span.contains(path))
        .toList();
  }
}
