package baton.intake;

import static baton.intake.HubSpotApp.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import baton.events.EventType;
import baton.testing.Probe;
import baton.testing.TestKeys;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What tests do with leads through the doors of this service. */
final class LeadDoor {

  private LeadDoor() {}

  /** Submits these members of a JSON object, which may have single quotes; returns whose it is. */
  static String lead(int status, String members) {
    return submission(status, UUID.randomUUID().toString(), members).extract().path("leadId");
  }

  static ValidatableResponse submission(int status, String key, String members) {
    return given()
        .header("X-API-Key", TestKeys.of("source"))
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body("{" + members.replace('\'', '"') + "}")
        .post("/v1/leads")
        .then()
        .statusCode(status);
  }

  static ValidatableResponse get(String id) {
    return as("integration").get("/v1/leads/" + id).then();
  }

  static ValidatableResponse unmerge(String id) {
    return as("marketing").post("/v1/leads/" + id + "/unmerge").then();
  }

  static void erase(String id) {
    as("marketing").delete("/v1/leads/" + id).then().statusCode(204);
  }

  static ValidatableResponse consents(String id) {
    return as("marketing").get("/v1/leads/" + id + "/consents").then();
  }

  /** Nobody was lost on the way. */
  static void even() {
    as("ops").get("/v1/balance").then().body("difference", equalTo(0));
  }

  static boolean is(ConsumerRecord<String, byte[]> event, EventType type, String subject) {
    return Probe.header(event, "ce_type").filter(type.ceType()::equals).isPresent()
        && subject.equals(event.key());
  }
}
