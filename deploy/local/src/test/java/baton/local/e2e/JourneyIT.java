package baton.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.local.Service;
import baton.local.e2e.Doors.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A lead from the door to its follow-up record, and the one that nobody touches. */
@ExtendWith(SharedSystem.class)
class JourneyIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static Running baton;

  @BeforeAll
  static void use(Running shared) {
    baton = shared;
  }

  @Test
  void aLeadIsReceivedQualifiedAssignedAndTouched() {
    String lead = submitted("touched-" + UUID.randomUUID());
    await().atMost(SOON).until(() -> types(lead).contains("baton.lead.assigned.v1"));
    JsonNode assigned = entry(lead, "baton.lead.assigned.v1");
    assertThat(assigned.path("what").asText())
        .startsWith("Assigned to ")
        .doesNotContain(assigned.path("data").path("repId").asText());
    assertThat(assigned.path("data").path("reasons")).isNotEmpty();

    Answer recorded = touch(lead, assigned.path("data").path("repId").asText());
    recorded.expect(201);
    assertThat(types(lead))
        .containsSubsequence(
            "baton.lead.received.v1",
            "baton.lead.qualified.v1",
            "baton.lead.assigned.v1",
            "baton.activity.v1")
        .contains("baton.followup.accepted.v1", "baton.followup.first-touch.v1");

    JsonNode receipt = entry(lead, "baton.lead.qualified.v1").path("data").path("receipt");
    assertThat(receipt.path("criteria")).isNotEmpty();
    int sum = 0;
    for (JsonNode criterion : receipt.path("criteria")) {
      sum += criterion.path("contribution").asInt();
    }
    assertThat(receipt.path("score").asInt()).isEqualTo(sum);
  }

  @Test
  void servicesStartFromTheArchivesOfTheirClasses() throws Exception {
    for (Service service : Service.values()) {
      assertThat(Files.readString(baton.system.home().log(service.label())))
          .contains("started in")
          .doesNotContain("shared archive");
    }
  }

  @Test
  void theSilenceOfAnOwnerIsRecordedAtEachDeadline() {
    String lead = submitted("silent-" + UUID.randomUUID());
    await()
        .atMost(SOON)
        .until(
            () ->
                types(lead).stream().filter("baton.followup.no-engagement.v1"::equals).count()
                    == 2);
    assertThat(types(lead))
        .contains("baton.followup.due-soon.v1", "baton.followup.breached.v1")
        .contains("baton.followup.feedback-raised.v1");
    assertThat(entry(lead, "baton.followup.no-engagement.v1").path("what").asText())
        .contains("neither accepted, rejected nor touched");
  }

  @Test
  void aLeadThatDoesNotMeetTheCriteriaStaysWithMarketingAndSaysWhy() {
    Answer answer =
        baton.doors.submit(
            UUID.randomUUID().toString(),
            Map.of("email", "nobody." + UUID.randomUUID() + "@gmail.com"));
    String lead = answer.expect(201).text("leadId");
    await()
        .atMost(SOON)
        .until(() -> types(lead).stream().anyMatch(t -> t.startsWith("baton.lead.nurtured")));
    assertThat(entry(lead, "baton.lead.nurtured.v1").path("what").asText())
        .isEqualTo("Nurtured: lacks company-known.");
  }

  @Test
  void anErasedLeadKeepsItsHistoryAndLosesItsName() {
    String lead = submitted("erased-" + UUID.randomUUID());
    await().atMost(SOON).until(() -> types(lead).contains("baton.lead.assigned.v1"));
    baton.doors.get("integration", "/api/intake/v1/leads/" + lead).expect(200);
    baton.doors.delete("marketing", "/api/intake/v1/leads/" + lead).expect(204);
    baton.doors.get("integration", "/api/intake/v1/leads/" + lead).expect(410);
    await().atMost(SOON).until(() -> types(lead).contains("baton.lead.erased.v1"));
    assertThat(types(lead)).contains("baton.lead.assigned.v1");
  }

  @Test
  void eachServiceTellsOpsWhatTheyWatch() {
    for (String path : List.of("intake", "qualification", "routing", "followup")) {
      Answer metrics = baton.doors.get("ops", "/api/" + path + "/q/metrics").expect(200);
      assertThat(metrics.body()).contains("baton_relay_lag_seconds", "baton_parked_events");
      assertThat(baton.doors.get("ops", "/api/" + path + "/q/openapi").expect(200).body())
          .contains("apiKey");
    }
  }

  @Test
  void withoutAKeyNothingIsShown() {
    for (String path :
        List.of("/api/followup/v1/balance", "/api/routing/v1/reps", "/api/intake/v1/balance")) {
      baton.doors.getAsNobody(path).expect(401);
    }
    baton.doors.get("source", "/api/routing/v1/reps").expect(403);
  }

  private static String submitted(String name) {
    return baton
        .doors
        .submit(UUID.randomUUID().toString(), Doors.lead(name))
        .expect(201)
        .text("leadId");
  }

  private static Answer touch(String lead, String rep) {
    Map<String, Object> call = new HashMap<>();
    call.put("source", "crm");
    call.put("activityId", UUID.randomUUID().toString());
    call.put("leadId", lead);
    call.put("repId", rep);
    call.put("type", "CALL");
    call.put("occurredAt", Instant.now().toString());
    return baton.doors.post("integration", "/api/followup/v1/activities", call);
  }

  private static List<String> types(String lead) {
    return baton.doors.types(lead);
  }

  private static JsonNode entry(String lead, String type) {
    return baton.doors.timeline(lead).stream()
        .filter(e -> e.path("type").asText().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
