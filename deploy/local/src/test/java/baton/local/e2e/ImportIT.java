package baton.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A list goes on where it stood when intake was killed, and what it says is heeded by all services.
 */
class ImportIT {

  private static final Duration SOON = Duration.ofSeconds(90);
  private static final int ROWS = 12_000;

  private static Running baton;
  private static Lists lists;

  @BeforeAll
  static void start() {
    baton = Running.start(Map.of());
    baton.rep("sam", 1000);
    lists = new Lists(baton.doors);
  }

  @AfterAll
  static void stop() {
    baton.close();
  }

  @Test
  void everyRowEndsOnceAlthoughIntakeIsKilledTwice() throws Exception {
    lists.source("killed");
    // Each tenth row is an earlier one again, each hundredth reaches nobody.
    String list =
        "E-Mail;Company\n"
            + IntStream.range(0, ROWS)
                .mapToObj(i -> i % 10 == 9 ? i - 1 : i)
                .map(i -> (i % 100 == 50 ? "nobody" + i : "row" + i + "@rows.example") + ";X\n")
                .collect(Collectors.joining());
    String id = lists.upload("killed", list);
    lists.confirm(id, "HISTORY");
    lists.start(id);
    for (int kill = 1; kill <= 2; kill++) {
      int some = kill * 1_000;
      await().atMost(SOON).until(() -> lists.done(id) > some);
      baton.system.kill("lead-intake");
      assertThat(baton.system.awaitReady("lead-intake", SOON)).isTrue();
      assertThat(lists.done(id)).as("killed in the middle").isLessThan(ROWS);
    }
    lists.awaitDone(id);

    JsonNode done = lists.get(id).path("done");
    assertThat(done.path("rows").asInt()).isEqualTo(ROWS);
    assertThat(done.path("duplicates").asInt()).isEqualTo(ROWS / 10);
    assertThat(done.path("quarantined").asInt()).isEqualTo(ROWS / 100);
    assertThat(done.path("newLeads").asInt()).isEqualTo(ROWS - ROWS / 10 - ROWS / 100);
    assertThat(balance("killed"))
        .isEqualTo(
            Map.of(
                "submissions",
                ROWS,
                "newLeads",
                ROWS - ROWS / 10 - ROWS / 100,
                "touchpoints",
                0,
                "duplicates",
                ROWS / 10,
                "quarantined",
                ROWS / 100));
    assertThat(lists.rows(id).stream().map(row -> row.path("row").asInt()))
        .isEqualTo(IntStream.rangeClosed(1, ROWS).boxed().toList());
  }

  @Test
  void inquiriesOfAListAreRoutedAndHistoryWaitsForNobody() {
    lists.source("kinds");
    String lead = "E-Mail;Job title;Company;Country\n%s@kinds.example;Head of Purchasing;Ex;DE\n";
    String inquiry = leadOf(lists.write("kinds", lead.formatted("inquiry"), "INQUIRIES"));
    String past = leadOf(lists.write("kinds", lead.formatted("past"), "HISTORY"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(baton.doors.types(inquiry)).contains("baton.lead.assigned.v1");
              assertThat(baton.doors.types(past))
                  .containsExactlyInAnyOrder("baton.lead.received.v1", "baton.lead.nurtured.v1");
            });
    assertThat(inquired("kinds")).as("history is in no number").isEqualTo(1);

    Map<String, Object> asks = Map.of("email", "past@kinds.example", "company", "Ex");
    baton.doors.submit(UUID.randomUUID().toString(), asks).expect(200);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(baton.doors.types(past)).contains("baton.lead.assigned.v1"));
    JsonNode cycles = baton.doors.get("ops", "/api/followup/v1/balance").expect(200).json();
    assertThat(cycles.path("difference").asInt()).isZero();
    JsonNode recomputed =
        baton.doors.get("ops", "/api/followup/v1/metrics/recomputation").expect(200).json();
    assertThat(recomputed.path("equal").asBoolean()).isTrue();
  }

  private static String leadOf(String id) {
    return lists.rows(id).get(0).path("leadId").asText();
  }

  private static Map<String, Integer> balance(String source) {
    JsonNode all = baton.doors.get("marketing", "/api/intake/v1/balance").expect(200).json();
    assertThat(all.path("difference").asInt()).isZero();
    return List.of("submissions", "newLeads", "touchpoints", "duplicates", "quarantined").stream()
        .collect(
            Collectors.toMap(
                what -> what,
                what ->
                    StreamSupport.stream(all.path("entries").spliterator(), false)
                        .filter(entry -> entry.path("source").asText().equals(source))
                        .mapToInt(entry -> entry.path(what).asInt())
                        .sum()));
  }

  private static int inquired(String source) {
    return baton
        .doors
        .get("ops", "/api/followup/v1/metrics/conversion?period=total&source=" + source)
        .expect(200)
        .json()
        .path("lines")
        .path(0)
        .path("stages")
        .path("INQUIRY")
        .asInt();
  }
}
