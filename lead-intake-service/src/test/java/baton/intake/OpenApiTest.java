package baton.intake;

import static baton.intake.HubSpotApp.as;
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
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The document of the doors. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class OpenApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whose bodies are shown at the door for webhooks, in the order in which they are. */
  private static final List<String> PLATFORMS =
      List.of(
          "STANDARD_WEBHOOKS",
          "HUBSPOT",
          "MARKETO",
          "MAUTIC",
          "META_LEAD_ADS",
          "GOOGLE_ADS",
          "LINKEDIN_LEAD_GEN",
          "TYPEFORM",
          "SALESFORCE_WEB_TO_LEAD",
          "SALESFORCE_OUTBOUND_MESSAGE");

  private static final Set<String> ASKED_FOR = Set.of("META_LEAD_ADS", "LINKEDIN_LEAD_GEN");

  private static JsonNode document() throws IOException {
    return JSON.readTree(given().get("/q/openapi?format=json").asByteArray());
  }

  /** What is shown of a platform is read as a lead of it, or as one that it is asked for. */
  @Test
  void theWebhooksThatAreShownAreLeads() throws IOException {
    JsonNode door = document().path("paths").path("/v1/webhooks/{source}").path("post");
    int shown = 0;
    for (var content : door.path("requestBody").path("content").properties()) {
      for (JsonNode example : content.getValue().path("examples")) {
        JsonNode value = example.path("value");
        String platform = PLATFORMS.get(shown++);
        String reason =
            as("marketing")
                .body(
                    JSON.writeValueAsString(
                        Map.of(
                            "platform",
                            platform,
                            "mediaType",
                            content.getKey(),
                            "body",
                            value.isTextual() ? value.asText() : value.toString())))
                .post("/v1/sources/shown-nowhere/preview")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].reason");
        assertThat(reason)
            .as(platform)
            .isEqualTo(ASKED_FOR.contains(platform) ? "UNFETCHED" : null);
      }
    }
    assertThat(shown).isEqualTo(PLATFORMS.size());
  }

  @Test
  void eachDoorThatTakesABodyShowsOne() throws IOException {
    JsonNode document = document();
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
