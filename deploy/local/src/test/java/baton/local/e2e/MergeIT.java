package baton.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two leads of one person end as one in all services, and as two again. */
@ExtendWith(SharedSystem.class)
class MergeIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static Running baton;

  private final String name = "merge" + UUID.randomUUID().toString().substring(0, 8);
  private final String mobile = "+49151" + (10_000_000 + Math.abs(name.hashCode() % 80_000_000));

  @BeforeAll
  static void start(Running shared) {
    baton = shared;
    baton.rep("sam", 1000);
  }

  @Test
  void whatSalesHasOfTheOneEndsAndTheOtherGoesOn() {
    String survivor = submit(201, byEmail(Map.of()));
    await(survivor, "baton.lead.assigned.v1");
    String merged = submit(201, byPhone(Map.of()));
    await(merged, "baton.lead.assigned.v1");
    assertThat(submit(200, byEmail(Map.of("phone", mobile)))).isEqualTo(survivor);

    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(cycle(merged).path("state").asText()).isEqualTo("MERGED");
              assertThat(cycle(merged).has("owner")).isFalse();
              assertThat(baton.doors.types(merged)).contains("baton.lead.released.v1");
              // What is told on the other's key may be read later.
              assertThat(baton.doors.types(survivor))
                  .as("both histories")
                  .contains(
                      "baton.leads.merged.v1",
                      "baton.lead.superseded.v1",
                      "baton.touchpoint.recorded.v1",
                      "baton.lead.released.v1");
            });
    assertThat(lead(merged).path("mergedInto").asText()).isEqualTo(survivor);
    assertThat(cycle(survivor).path("state").asText()).isEqualTo("ASSIGNED");
    assertThat(cycle(survivor).path("owner").path("repId").asText()).isNotEmpty();
    assertThat(lead(survivor).has("mergedInto")).isFalse();
    assertThat(
            baton.doors.timeline(merged).stream()
                .filter(entry -> entry.path("type").asText().equals("baton.lead.released.v1"))
                .map(entry -> entry.path("data").path("cause").asText()))
        .containsExactly("MERGED");
    assertThat(commitments(merged)).as("owed about it").isZero();
    theBooksAreRight();
  }

  @Test
  void whatIsKnownOfBothIsJudgedTogetherAndAfterwardsEachByItself() {
    String ofNoCompany = name + "@gmail.com";
    String survivor = submit(201, Map.of("email", ofNoCompany));
    await(survivor, "baton.lead.nurtured.v1");
    String merged = submit(201, byPhone(Map.of("country", "DE")));
    await(merged, "baton.lead.assigned.v1");
    submit(200, Map.of("email", ofNoCompany, "phone", mobile));
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(cycle(survivor).path("state").asText()).isEqualTo("ASSIGNED");
              assertThat(lead(survivor).path("cycles")).hasSize(2);
              assertThat(cycle(merged).path("state").asText()).isEqualTo("MERGED");
            });

    baton.doors.post("marketing", "/api/intake/v1/leads/" + merged + "/unmerge", "").expect(204);
    assertThat(submit(200, byPhone(Map.of()))).isEqualTo(merged);
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(lead(merged).path("cycles")).hasSize(2);
              assertThat(cycle(merged).path("state").asText()).isEqualTo("ASSIGNED");
              // That they are two is told on the other's key, and may be read later.
              assertThat(lead(merged).has("mergedInto")).isFalse();
              assertThat(baton.doors.types(survivor)).contains("baton.leads.unmerged.v1");
            });
    theBooksAreRight();
  }

  private Map<String, Object> byEmail(Map<String, ?> more) {
    Map<String, Object> lead = new HashMap<>(Doors.lead(name));
    lead.put("email", name + "@merge.example");
    lead.remove("phone");
    lead.putAll(more);
    return lead;
  }

  private Map<String, Object> byPhone(Map<String, ?> more) {
    Map<String, Object> lead = new HashMap<>(Doors.lead(name));
    lead.remove("email");
    lead.put("phone", mobile);
    lead.putAll(more);
    return lead;
  }

  private static String submit(int status, Map<String, ?> lead) {
    return baton.doors.submit(UUID.randomUUID().toString(), lead).expect(status).text("leadId");
  }

  private static void await(String lead, String type) {
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(baton.doors.types(lead)).contains(type));
  }

  private static JsonNode lead(String id) {
    return baton.doors.get("manager", "/api/followup/v1/leads/" + id).expect(200).json();
  }

  /** The latest one. */
  private static JsonNode cycle(String lead) {
    return lead(lead).path("cycles").path(0);
  }

  private static long commitments(String lead) {
    return baton.doors.all("manager", "/api/followup/v1/commitments?state=OPEN").stream()
        .filter(one -> one.path("leadId").asText().equals(lead))
        .count();
  }

  private static void theBooksAreRight() {
    for (String service : new String[] {"intake", "followup"}) {
      assertThat(
              baton
                  .doors
                  .get("ops", "/api/" + service + "/v1/balance")
                  .expect(200)
                  .json()
                  .path("difference")
                  .asInt())
          .as(service)
          .isZero();
    }
    assertThat(
            baton
                .doors
                .get("ops", "/api/followup/v1/metrics/recomputation")
                .expect(200)
                .json()
                .path("equal")
                .asBoolean())
        .isTrue();
  }
}
