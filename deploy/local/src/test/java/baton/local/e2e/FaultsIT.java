package baton.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each part is killed with SIGKILL in the middle of the traffic, at a moment when there is
 * something to lose everywhere. Afterwards nothing is lost, nothing is doubled, and nobody is
 * accused falsely.
 */
@Order(6)
@ResourceLock(Running.FULL_LOAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

  private static final int LEADS = Integer.getInteger("baton.faults.leads", 3_000);
  private static final int CONNECTIONS = 24;
  private static final Duration ACCEPTANCE = Duration.ofSeconds(8);
  private static final Duration FIRST_TOUCH = Duration.ofSeconds(12);

  private static final Set<String> ACKNOWLEDGED = new HashSet<>();

  /** Leads whose calls may have reached the broker late. */
  private static final Set<String> REPORTED_LATE = new HashSet<>();

  private static Running baton;
  private static Crm crm;
  private static Accounts accounts;

  @BeforeAll
  static void start() {
    baton = Running.start(1, ACCEPTANCE.toString(), FIRST_TOUCH.toString());
    for (int i = 0; i < 30; i++) {
      baton.rep("rep-" + i, 1000);
    }
    accounts = new Accounts(baton, ACCEPTANCE, FIRST_TOUCH);
    // One lead of twenty is left alone.
    crm =
        Crm.calling(
            baton.system.bootstrapServers(), lead -> Math.floorMod(lead.hashCode(), 20) != 0);
  }

  @AfterAll
  static void stop() {
    accounts.close();
    crm.close();
    baton.close();
  }

  @Order(1)
  @ParameterizedTest(name = "{0} killed")
  @ValueSource(strings = {"lead-intake", "qualification", "routing", "postgres", "kafka"})
  void nothingIsLostOrDoubledWhen(String part) throws Exception {
    try (Load load = new Load(baton.doors, part + UUID.randomUUID(), LEADS, CONNECTIONS);
        Moment moment = new Moment(baton.system, load)) {
      moment.await(LEADS / 4, Duration.ofSeconds(60));
      baton.system.kill(part);
      settle(part, load);
      if (part.equals("kafka")) {
        REPORTED_LATE.addAll(load.leads().values());
      }
    }
  }

  @Order(2)
  @Test
  void aTrackerThatWasDownWhileDeadlinesPassedAccusesNobodyOfWhatWasUnread() throws Exception {
    try (Load load = new Load(baton.doors, "tracker" + UUID.randomUUID(), LEADS, CONNECTIONS);
        Moment moment = new Moment(baton.system, load)) {
      moment.await(LEADS / 4, Duration.ofSeconds(60));
      baton.system.hold("followup-tracker");
      assertThat(load.awaitEnd(120)).isTrue();
      await()
          .atMost(Duration.ofSeconds(90))
          .until(() -> crm.assignments().size() >= ACKNOWLEDGED.size() + LEADS);
      // All deadlines pass while nobody is there to look; the calls lie unread on the topic.
      Running.letPass(FIRST_TOUCH.plusSeconds(2));
      baton.system.release("followup-tracker");
      settle("followup-tracker", load);
    }
  }

  /** Deadlines pass all the while; their books are closed when all that was killed is back. */
  @Order(3)
  @Test
  void noDeadlineFiredTwiceOrFalselyOrWasForgotten() {
    accounts.awaitSilence(crm, Duration.ofSeconds(90));
    accounts.assertDeadlinesFiredAsTheyShould(crm, REPORTED_LATE);
    accounts.assertBalanced();
    accounts.assertNumbersAreWhatTheFactsSay();
    accounts.assertTopicsAreWholeAndNameNobody();
  }

  private static void settle(String part, Load load) throws InterruptedException {
    assertThat(load.awaitEnd(180)).describedAs("all acknowledged").isTrue();
    assertThat(baton.system.awaitReady(part, Duration.ofSeconds(90))).isTrue();
    assertThat(load.leads()).hasSize(LEADS);
    ACKNOWLEDGED.addAll(load.leads().values());
    accounts.awaitAssigned(ACKNOWLEDGED.size(), Duration.ofSeconds(120));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> crm.assignments().size() >= ACKNOWLEDGED.size());
    accounts.assertEachAcknowledgedLeadHasOneOwner(ACKNOWLEDGED);
    accounts.assertBalanced();
    accounts.assertNumbersAreWhatTheFactsSay();
    accounts.assertTopicsAreWholeAndNameNobody();
    System.out.printf(
        "  %s killed: %d leads acknowledged, %d requests repeated%n", part, LEADS, load.repeated());
  }
}
