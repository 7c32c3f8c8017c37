package baton.proving.demo;

import baton.proving.doors.Doors;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Looks who waits because nobody fits. */
final class HeldWatch {

  private final Doors doors;
  private final Logbook logbook;

  HeldWatch(Doors doors, Logbook logbook) {
    this.doors = doors;
    this.logbook = logbook;
  }

  void look() {
    Map<UUID, String> reasons = new HashMap<>();
    for (JsonNode held : doors.all("integration", "/api/routing/v1/held")) {
      reasons.put(UUID.fromString(held.path("leadId").asText()), held.path("reason").asText());
    }
    logbook.held(reasons);
  }
}
