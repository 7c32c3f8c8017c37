package baton.proving.demo;

import baton.proving.doors.Answer;
import baton.proving.doors.Call;
import baton.proving.doors.Doors;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Connects the platforms from which leads come. */
final class Sources {

  private static final String MARKETING = "marketing";
  private static final String SOURCES = "/api/intake/v1/sources";
  private static final String EVENTS_APP = "demo-events-app";
  private static final String HUBSPOT = "demo-hubspot";

  private final Doors doors;

  Sources(Doors doors) {
    this.doors = doors;
  }

  /**
   * The secret of a source is shown once, when it is made, so that each day connects the events app
   * under the next free name. HubSpot brings its own.
   */
  Connections connect() {
    Set<String> taken =
        doors.all(MARKETING, SOURCES).stream()
            .map(source -> source.path("id").asText())
            .collect(Collectors.toSet());
    String free = EVENTS_APP;
    for (int n = 2; taken.contains(free); n++) {
      free = EVENTS_APP + "-" + n;
    }
    Answer app =
        doors.send(Call.put(MARKETING, SOURCES + "/" + free, Map.of("name", "Events app")));
    String secret = UUID.randomUUID().toString();
    Answer forms =
        doors.send(
            Call.put(
                MARKETING,
                SOURCES + "/" + HUBSPOT,
                Map.of(
                    "name",
                    "HubSpot forms",
                    "platform",
                    "HUBSPOT",
                    "secret",
                    secret,
                    "v3Only",
                    true)));
    return new Connections(
        Connections.WEBHOOKS + free,
        app.text("secret"),
        Connections.WEBHOOKS + HUBSPOT,
        forms.text("webhookUrl"),
        secret);
  }
}
