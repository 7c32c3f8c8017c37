package baton.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.local.e2e.Crm.Assigned;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Goes through the books after a fault: each acknowledged lead, each assignment, each deadline,
 * both balances, and every topic that is kept.
 */
final class Accounts implements AutoCloseable {

  private static final String MARKER = "marker";
  private static final List<String> KEPT =
      List.of("baton.intake", "baton.qualification", "baton.routing", "baton.followup");

  private final Running baton;
  private final Map<String, Published> topics = new HashMap<>();
  private final Duration acceptance;
  private final Duration firstTouch;

  Accounts(Running baton, Duration acceptance, Duration firstTouch) {
    this.baton = baton;
    this.acceptance = acceptance;
    this.firstTouch = firstTouch;
  }

  /** Waits until the tracker knows that so many cycles are assigned or further. */
  void awaitAssigned(int cycles, Duration patience) {
    await().atMost(patience).pollInterval(Duration.ofMillis(500)).until(() -> settled() >= cycles);
  }

  private long settled() {
    JsonNode balance = baton.doors.get("ops", "/api/followup/v1/balance").json();
    long settled = 0;
    for (JsonNode entry : balance.path("entries")) {
      for (var state : entry.path("byState").properties()) {
        if (!Set.of("DECIDING", "ROUTING").contains(state.getKey())) {
          settled += state.getValue().asLong();
        }
      }
    }
    return settled;
  }

  /** Waits until the deadlines of the assignments that nobody touched have been recorded. */
  void awaitSilence(Crm crm, Duration patience) {
    Set<String> touched = crm.touches().keySet();
    long silent = crm.assignments().keySet().stream().filter(id -> !touched.contains(id)).count();
    await()
        .atMost(patience)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () ->
                topic("baton.followup").ofType("baton.followup.no-engagement.v1").size()
                    >= 2 * silent);
  }

  /** Both balances are exact. */
  void assertBalanced() {
    for (String path : List.of("/api/intake/v1/balance", "/api/followup/v1/balance")) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> {
                JsonNode balance = baton.doors.get("ops", path).expect(200).json();
                assertThat(balance.path("entries")).isNotEmpty();
                assertThat(balance.path("difference").asLong()).describedAs(path).isZero();
              });
    }
  }

  /** Every number is what an independent statement computes from the facts. */
  void assertNumbersAreWhatTheFactsSay() {
    JsonNode comparison =
        baton.doors.get("ops", "/api/followup/v1/metrics/recomputation").expect(200).json();
    assertThat(comparison.path("differences")).isEmpty();
    assertThat(comparison.path("different").asLong()).isZero();
    assertThat(comparison.path("cells").asLong()).isPositive();
  }

  /** Every acknowledged lead was received once, decided once and assigned once. */
  void assertEachAcknowledgedLeadHasOneOwner(Set<String> leads) {
    Set<String> received = subjects(topic("baton.intake").ofType("baton.lead.received.v1"));
    assertThat(received).containsAll(leads);
    List<Published.Event> assigned = topic("baton.routing").ofType("baton.lead.assigned.v1");
    assertThat(subjects(assigned)).containsAll(leads);
    List<String> cycles =
        assigned.stream().map(event -> event.data().path("cycleId").asText()).toList();
    assertThat(cycles).doesNotHaveDuplicates();
    List<String> decided =
        topic("baton.qualification").events().stream()
            .map(event -> event.data().path("cycleId").asText())
            .toList();
    assertThat(decided).doesNotHaveDuplicates();
  }

  /** No topic that is kept has a gap, or names anybody. */
  void assertTopicsAreWholeAndNameNobody() {
    for (String name : KEPT) {
      Published topic = topic(name);
      assertThat(topic.gaps()).describedAs(name).isEmpty();
      assertThat(topic.hasMarker()).describedAs(name + " names somebody").isFalse();
    }
  }

  /**
   * Each deadline fired as often as the calls that were made say: once where nobody called in time,
   * not at all where somebody did.
   *
   * @param reportedLate leads of which a call made in time may not have reached the broker in time,
   *     so that a breach may have been recorded if it was withdrawn again
   */
  void assertDeadlinesFiredAsTheyShould(Crm crm, Set<String> reportedLate) {
    Published topic = topic("baton.followup");
    Map<String, Long> breached = byCommitment(topic.ofType("baton.followup.breached.v1"));
    Map<String, Long> silent = byCommitment(topic.ofType("baton.followup.no-engagement.v1"));
    Map<String, Long> withdrawn = byCommitment(topic.ofType("baton.followup.breach-withdrawn.v1"));
    Map<String, Instant> touches = crm.touches();
    for (Assigned assigned : crm.assignments().values()) {
      Instant touch = touches.get(assigned.assignmentId());
      for (String kind : List.of("ACCEPTANCE", "FIRST_TOUCH")) {
        String key = assigned.assignmentId() + " " + kind;
        Instant due = assigned.at().plus(kind.equals("ACCEPTANCE") ? acceptance : firstTouch);
        long net = breached.getOrDefault(key, 0L) - withdrawn.getOrDefault(key, 0L);
        boolean late = touch == null || touch.isAfter(due);
        assertThat(net)
            .describedAs(key + " touched " + touch + " due " + due)
            .isEqualTo(late ? 1 : 0);
        assertThat(silent.getOrDefault(key, 0L)).isEqualTo(breached.getOrDefault(key, 0L));
        if (!reportedLate.contains(assigned.leadId())) {
          assertThat(withdrawn).describedAs(key).doesNotContainKey(key);
        }
      }
    }
  }

  private static Map<String, Long> byCommitment(List<Published.Event> events) {
    return events.stream()
        .collect(
            Collectors.groupingBy(
                event ->
                    event.data().path("assignmentId").asText()
                        + " "
                        + event.data().path("commitment").asText(),
                Collectors.counting()));
  }

  private static Set<String> subjects(List<Published.Event> events) {
    return events.stream()
        .map(Published.Event::subject)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** The topic, read to its end. */
  Published topic(String name) {
    return topics
        .computeIfAbsent(
            name, topic -> new Published(baton.system.bootstrapServers(), topic, MARKER))
        .toEnd();
  }

  @Override
  public void close() {
    topics.values().forEach(Published::close);
    topics.clear();
  }
}
