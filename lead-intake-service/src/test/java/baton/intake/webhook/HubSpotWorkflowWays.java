package baton.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import baton.intake.sources.Platform;
import java.time.Instant;
import java.util.Map;

/**
 * HubSpot's objects of workflows, signed in an older version.
 *
 * @param version as its header says it
 * @param covered what is signed behind the secret and before the body
 */
record HubSpotWorkflowWays(String version, String covered) implements SenderConformance.Ways {

  @Override
  public Platform platform() {
    return Platform.HUBSPOT;
  }

  @Override
  public String secret(int number) {
    return "f3a1c6de-0b7e-4c59-9d5c-2f6a1b0e7a4" + number;
  }

  @Override
  public Map<String, String> headers(String secret, byte[] body, Instant at) {
    return Map.of(
        "X-HubSpot-Signature",
        Deliveries.sha256((secret + covered).getBytes(UTF_8), body),
        "X-HubSpot-Signature-Version",
        version);
  }

  @Override
  public String inquiry(String email, String id) {
    return """
        {"vid": %s, "canonical-vid": %1$s, "properties": {"email": {"value": "%s", "versions": []}}}"""
        .formatted(id, email);
  }

  @Override
  public boolean isNamedById() {
    return false;
  }
}
