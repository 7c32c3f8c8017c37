package baton.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import baton.testing.BatonInfrastructure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The document of the doors. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class OpenApiTest {

  @Test
  void eachDoorThatTakesABodyShowsOne() throws IOException {
    JsonNode document =
        new ObjectMapper().readTree(given().get("/q/openapi?format=json").asByteArray());
    List<String> bodies = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        JsonNode content = operation.getValue().path("requestBody").path("content");
        for (JsonNode body : content) {
          String name = operation.getKey() + " " + path.getKey();
          bodies.add(name);
          if (!body.has("examples") && !hasExample(document, body.path("schema"))) {
            without.add(name);
          }
        }
      }
    }
    assertThat(bodies).hasSizeGreaterThan(12);
    assertThat(without).isEmpty();
  }

  /** Whether any member of it shows what it may be. */
  private static boolean hasExample(JsonNode document, JsonNode schema) {
    if (schema.has("$ref")) {
      return hasExample(document, document.at(schema.path("$ref").asText().substring(1)));
    }
    for (JsonNode part : schema.path("anyOf")) {
      if (hasExample(document, part)) {
        return true;
      }
    }
    return schema.has("examples") || !schema.path("properties").findValues("examples").isEmpty();
  }
}
