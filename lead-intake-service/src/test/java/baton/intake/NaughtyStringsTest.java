package baton.intake;

import static baton.intake.HubSpotApp.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.testing.BatonInfrastructure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Names and notes that break other systems come out as they went in, byte for byte. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class NaughtyStringsTest {

  private static final Path STRINGS =
      Path.of(
          System.getProperty("baton.shared", "../../shared"),
          "data/big_list_of_naughty_strings/blns.json");
  private static final int LONGEST_NAME = 200;

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void namesAndNotesComeOutAsTheyWentIn() throws Exception {
    assumeTrue(Files.exists(STRINGS), "skipped: no collection of strings");
    List<String> changed = new ArrayList<>();
    int asked = 0;
    for (JsonNode node : json.readTree(STRINGS.toFile())) {
      String text = node.asText();
      asked++;
      if (!survives(text)) {
        changed.add(text);
      }
    }
    assertThat(asked).isGreaterThan(400);
    assertThat(changed).isEmpty();
  }

  private boolean survives(String text) throws Exception {
    String name = text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
    ObjectNode lead = json.createObjectNode();
    lead.put("email", UUID.randomUUID() + "@example.com");
    lead.put("familyName", name).put("notes", text).put("company", name);
    lead.putObject("answers").put("Say something", text);
    Response response =
        as("source")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(json.writeValueAsBytes(lead))
            .post("/v1/leads");
    if (response.statusCode() != 201) {
      return false;
    }
    JsonNode profile =
        json.readTree(as("integration").get("/v1/leads/" + response.path("leadId")).asByteArray());
    return same(profile.path("familyName"), name)
        && same(profile.path("notes"), text)
        && same(profile.path("answers").path("Say something"), text);
  }

  private static boolean same(JsonNode found, String text) {
    byte[] bytes = found.asText("").getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8));
  }
}
