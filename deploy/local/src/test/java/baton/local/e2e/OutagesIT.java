package baton.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.testing.Directories;
import baton.testing.Ports;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The broker or the database is away for 90 seconds under traffic, or the broker loses everything.
 */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(Running.FULL_LOAD)
class OutagesIT {

  private static final Duration AWAY = Duration.ofSeconds(90);
  private static final int CONNECTIONS = 4;
  private static final int PAUSE = 100;

  private static final Set<String> ACKNOWLEDGED = new HashSet<>();
  private static Running baton;

  @BeforeAll
  static void start() {
    baton = Running.start(1, "PT4H", "PT24H");
    for (int i = 0; i < 10; i++) {
      baton.rep("rep-" + i, 1000);
    }
  }

  @AfterAll
  static void stop() {
    baton.close();
  }

  @Test
  void withTheBrokerAwayIntakeGoesOnAndAfterwardsEverythingDoes() throws Exception {
    try (Load load = load("broker", 1_500)) {
      await().until(() -> load.leads().size() > 50);
      baton.system.hold("kafka");
      int before = load.leads().size();
      Running.letPass(AWAY);
      assertThat(load.leads().size()).describedAs("taken meanwhile").isGreaterThan(before + 100);
      assertThat(load.repeated()).describedAs("refused meanwhile").isZero();
      baton.system.release("kafka");
      settle(load);
    }
  }

  @Test
  void withTheDatabaseAwayADoorSaysSoAndAfterwardsEverythingGoesOn() throws Exception {
    try (Load load = load("database", 300)) {
      await().until(() -> load.leads().size() > 50);
      baton.system.hold("postgres");
      Running.letPass(AWAY);
      Doors.Answer refused = baton.doors.submit("away", Doors.lead("away"));
      refused.expect(503);
      assertThat(refused.text("type")).isEqualTo("https://baton.dev/problems/unavailable");
      Doors.Answer ready = baton.doors.get("ops", "/api/intake/q/health/ready").expect(503);
      assertThat(ready.body()).contains("Database connections health check");
      baton.system.release("postgres");
      settle(load);
    }
  }

  @Test
  void aBrokerThatLostEverythingIsFilledFromTheLogsAndNothingHappensTwice() throws Exception {
    try (Load load = load("wiped", 200)) {
      assertThat(load.awaitEnd(60)).isTrue();
      settle(load);
      String lead = load.leads().values().iterator().next();
      List<String> before = baton.doors.types(lead);
      baton.system.hold("kafka");
      Directories.delete(baton.system.home().directory().resolve("kafka"));
      baton.system.release("kafka");
      assertThat(baton.system.awaitReady("kafka", Duration.ofSeconds(60))).isTrue();
      try (Load after = load("afterwards", 200)) {
        assertThat(after.awaitEnd(120)).isTrue();
        settle(after);
      }
      assertThat(baton.doors.types(lead)).isEqualTo(before);
    }
  }

  @Test
  void aStrangerOnTheBrokersPortStopsNothingForEver() throws Exception {
    String broker = baton.system.bootstrapServers();
    int port = Integer.parseInt(broker.substring(broker.indexOf(':') + 1));
    try (Load load = load("stranger", 600)) {
      await().until(() -> load.leads().size() > 50);
      baton.system.hold("kafka");
      await().until(() -> Ports.isFree(port));
      try (Stranger stranger = new Stranger(port)) {
        Running.letPass(Duration.ofSeconds(15));
      }
      baton.system.release("kafka");
      settle(load);
    }
  }

  private static Load load(String name, int leads) {
    return new Load(baton.doors, name + UUID.randomUUID(), leads, CONNECTIONS, PAUSE);
  }

  private static void settle(Load load) throws InterruptedException {
    assertThat(load.awaitEnd(240)).describedAs("all acknowledged").isTrue();
    ACKNOWLEDGED.addAll(load.leads().values());
    Accounts accounts = new Accounts(baton, Duration.ofHours(4), Duration.ofHours(24));
    accounts.awaitAssigned(ACKNOWLEDGED.size(), Duration.ofSeconds(120));
    accounts.assertEachAcknowledgedLeadHasOneOwner(ACKNOWLEDGED);
    accounts.assertBalanced();
    accounts.assertTopicsAreWholeAndNameNobody();
  }
}
