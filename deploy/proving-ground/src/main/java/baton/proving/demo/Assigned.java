package baton.proving.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * That a rep was given a lead.
 *
 * @param cause such as QUALIFIED, TAKEN_BACK, ESCALATED
 */
record Assigned(
    UUID assignmentId, UUID leadId, UUID repId, String grade, String cause, Instant at) {

  /** From an entry of {@code GET /v1/leads/{id}/assignments}. */
  static Assigned from(JsonNode json) {
    return new Assigned(
        UUID.fromString(json.path("assignmentId").asText()),
        UUID.fromString(json.path("leadId").asText()),
        UUID.fromString(json.path("repId").asText()),
        json.path("grade").asText("C"),
        json.path("cause").asText(),
        Instant.parse(json.path("assignedAt").asText()));
  }
}
