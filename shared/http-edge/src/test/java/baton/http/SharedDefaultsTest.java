package baton.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.arc.Arc;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.LateBoundSpanProcessor;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.RemoveableLateBoundSpanProcessor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EdgeDatabase.class)
class SharedDefaultsTest {

  @Test
  void tracesAreExportedNowhere() {
    assertThat(Arc.container().select(LateBoundSpanProcessor.class).stream())
        .isNotEmpty()
        .allMatch(RemoveableLateBoundSpanProcessor.class::isInstance);
  }

  @Test
  void openApiNamesTheSecuritySchemeAndTheProblems() {
    given()
        .accept("application/json")
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body("components.securitySchemes.apiKey.type", equalTo("apiKey"))
        .body("components.securitySchemes.apiKey.in", equalTo("header"))
        .body("components.securitySchemes.apiKey.name", equalTo("X-API-Key"))
        .body("paths.'/edge/ops'.get.security[0].keySet()", hasItem("apiKey"))
        .body(
            "paths.'/edge/ops'.get.responses.default.'$ref'",
            equalTo("#/components/responses/Problem"))
        .body(
            "components.schemas.Problem.properties.type.enum",
            hasItem("https://baton.dev/problems/not-found"));
  }
}
