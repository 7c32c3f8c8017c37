package baton.proving.demo;

import baton.proving.doors.Call;
import baton.proving.doors.Doors;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/** Waits, for a while, until nothing is on its way between two services any more. */
final class Settling {

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Doors doors;
  private final LiveAgenda agenda;

  Settling(Doors doors, LiveAgenda agenda) {
    this.doors = doors;
    this.agenda = agenda;
  }

  void await() {
    Instant latest = agenda.now().plus(LONGEST);
    do {
      agenda.letPass(LOOK);
    } while (isOnItsWay() && agenda.now().isBefore(latest));
  }

  private boolean isOnItsWay() {
    JsonNode balance = doors.send(Call.get("ops", "/api/followup/v1/balance")).json();
    for (JsonNode entry : balance.path("entries")) {
      JsonNode states = entry.path("byState");
      if (states.path("DECIDING").asLong() + states.path("ROUTING").asLong() > 0) {
        return true;
      }
    }
    return false;
  }
}
