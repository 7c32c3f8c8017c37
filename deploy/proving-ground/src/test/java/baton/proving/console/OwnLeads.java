package baton.proving.console;

import baton.proving.PlayedDay.Played;
import baton.proving.doors.Answer;
import baton.proving.doors.Call;
import baton.proving.doors.Doors;
import baton.proving.doors.HttpDoors;
import baton.testing.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A rep who was not there on the day that was played, with leads nobody else has. */
record OwnLeads(UUID repId, List<UUID> leads) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** Puts the rep on the roster and gives so many new leads to the rep, with hours to work them. */
  static OwnLeads of(Played played, String name, int count) {
    calmDown(played);
    UUID repId = UUID.randomUUID();
    Map<String, Object> rep = new HashMap<>();
    rep.put("name", name);
    rep.put("zone", "Asia/Tokyo");
    rep.put("active", true);
    rep.put("capacity", count);
    send(played, Call.put("manager", "/api/routing/v1/reps/" + repId, rep));
    List<UUID> leads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leads.add(submit(played, name, i));
    }
    leads.forEach(lead -> give(played, lead, repId));
    return new OwnLeads(repId, List.copyOf(leads));
  }

  /** Deadlines of hours, for what is assigned from now on: those of the day are seconds. */
  private static void calmDown(Played played) {
    String path = "/api/followup/v1/followup-policy";
    ObjectNode policy = (ObjectNode) send(played, Call.get("manager", path)).json();
    policy.put("expectedVersion", policy.path("version").asInt());
    policy.remove(List.of("version", "effectiveFrom", "savedBy"));
    policy.put("label", "Calm");
    for (JsonNode row : policy.withArray("rows")) {
      ((ObjectNode) row).put("acceptance", "PT4H").put("firstTouch", "PT8H");
      ((ObjectNode) row).remove(List.of("warnBefore"));
    }
    send(played, Call.put("manager", path, policy));
  }

  private static UUID submit(Played played, String name, int number) {
    Map<String, Object> lead = new HashMap<>();
    lead.put("email", "own" + number + "." + UUID.randomUUID() + "@buyers.example");
    lead.put("givenName", "Own" + number);
    lead.put("familyName", name);
    lead.put("title", "Head of Purchasing");
    lead.put("company", "Example Industries " + number);
    lead.put("country", "DE");
    lead.put("employees", 800);
    lead.put("campaign", "own");
    Answer answer =
        send(
            played,
            Call.post("source", "/api/intake/v1/leads", lead)
                .with("Idempotency-Key", UUID.randomUUID().toString()));
    return UUID.fromString(answer.text("leadId"));
  }

  /** Whoever has it, or waiting: as soon as routing has it, it goes to this rep. */
  static void give(Played played, UUID lead, UUID repId) {
    Call call =
        Call.post(
                "manager",
                "/api/routing/v1/leads/" + lead + "/assignments",
                Map.of("repId", repId, "beyondCapacity", true))
            .with("Idempotency-Key", UUID.randomUUID().toString());
    // The doors of the day take a lead that routing has not heard of yet for one that is not there.
    Doors doors = new HttpDoors(played.system().baseUrl(), played.system()::key);
    if (!Waiting.until(PATIENCE, PAUSE, () -> doors.send(call).isDone())) {
      throw new AssertionError("routing never had " + lead);
    }
  }

  private static Answer send(Played played, Call call) {
    Answer answer = played.doors().send(call);
    if (!answer.isDone()) {
      throw new AssertionError(call + ": " + answer.inShort());
    }
    return answer;
  }
}
