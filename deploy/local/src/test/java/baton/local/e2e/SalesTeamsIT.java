package baton.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import baton.local.e2e.Crm.Action;
import baton.local.e2e.Crm.Assigned;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Three regional pools of real sales teams, eighty-five accounts with their owners, and five
 * thousand leads of every quality, while one part after the other is killed. Reps call, refuse,
 * convert, win, lose, or do nothing, and lose the lead to the next one.
 */
@Order(7)
@ResourceLock(Running.FULL_LOAD)
class SalesTeamsIT {

  private static final int LEADS = Integer.getInteger("baton.sales-teams.leads", 5_000);
  private static final List<String> KILLED =
      List.of("qualification", "routing", "followup-tracker", "postgres", "kafka", "lead-intake");

  private Running baton;

  @Test
  void leadsOfEveryQualityThroughRealTeamsWhileEverythingIsKilledOnce() throws Exception {
    assumeTrue(
        Files.isDirectory(SalesTeams.folder()),
        "skipped: there is no public data at " + SalesTeams.folder());
    SalesTeams teams = SalesTeams.read();
    try (Running running = Running.start(1, "PT12S", "PT20S")) {
      baton = running;
      setUp(teams);
      try (Accounts accounts = new Accounts(baton, Duration.ofSeconds(12), Duration.ofSeconds(20));
          Crm crm = new Crm(baton.system.bootstrapServers(), SalesTeamsIT::habits)) {
        submitWhileEverythingIsKilledOnce(teams);
        settle(crm);
        accounts.assertBalanced();
        accounts.assertTopicsAreWholeAndNameNobody();
        accounts.assertNumbersAreWhatTheFactsSay();
        assertOwnersAreRight(accounts.topic("baton.routing"));
        assertNumbersMakeSense();
      }
    }
  }

  private void setUp(SalesTeams teams) {
    List<String> strategies = List.of("TURN", "FEWEST", "LEAST_LOADED");
    List<String> regions = SalesTeams.regions();
    for (int i = 0; i < regions.size(); i++) {
      Map<String, Object> pool =
          Map.of("strategy", strategies.get(i), "takeBack", Map.of("on", "FIRST_TOUCH", "most", 1));
      baton.doors.put("manager", "/api/routing/v1/pools/" + regions.get(i), pool).expect(200, 201);
    }
    JsonNode roster =
        baton
            .doors
            .postCsv("manager", "/api/routing/v1/roster/import", teams.roster())
            .expect(200)
            .json();
    assertThat(roster.path("refused").asInt()).isZero();
    assertThat(roster.path("rows").findValuesAsText("outcome")).hasSize(41).containsOnly("CREATED");
    baton.doors.postCsv("manager", "/api/routing/v1/accounts/import", teams.accounts()).expect(200);
    Map<String, Object> rules =
        Map.of(
            "rules",
            List.of(
                Map.of(
                    "id",
                    "owned",
                    "when",
                    "account.owned",
                    "pool",
                    "east",
                    "owner",
                    "ACCOUNT_OWNER"),
                Map.of("id", "large", "when", "lead.employees >= 1000", "pool", "central"),
                Map.of("id", "abroad", "when", "lead.country != \"US\"", "pool", "west")),
            "fallback",
            "east");
    baton.doors.put("manager", "/api/routing/v1/routing-rules", rules).expect(200);
  }

  private void submitWhileEverythingIsKilledOnce(SalesTeams teams) throws Exception {
    List<String> accounts = teams.accountNames();
    String name = "teams" + UUID.randomUUID();
    try (Load load =
        new Load(
            baton.doors, name, LEADS, 16, 20, (person, n) -> lead(person, n, accounts, name))) {
      for (int i = 0; i < KILLED.size(); i++) {
        int acknowledged = LEADS * (i + 1) / (KILLED.size() + 2);
        await().atMost(Duration.ofSeconds(120)).until(() -> load.leads().size() >= acknowledged);
        baton.system.kill(KILLED.get(i));
        assertThat(baton.system.awaitReady(KILLED.get(i), Duration.ofSeconds(90))).isTrue();
      }
      assertThat(load.awaitEnd(240)).describedAs("all acknowledged").isTrue();
      assertThat(load.leads()).hasSize(LEADS);
    }
  }

  /** Good, middling, unreachable, throw-away; and every tenth is somebody who came before. */
  private static Map<String, Object> lead(
      String person, int number, List<String> accounts, String name) {
    int who = number % 10 == 9 ? number - 9 : number;
    Map<String, Object> lead = Doors.lead(name + "-" + who);
    String company = who % 3 == 0 ? accounts.get(who % accounts.size()) : "Company " + who;
    lead.put("company", company);
    lead.put("employees", who % 7 * 300);
    lead.put("country", who % 4 == 0 ? "DE" : "US");
    lead.put("campaign", List.of("spring", "webinar", "fair").get(who % 3));
    String mailbox = "marker." + name + "-" + who;
    switch (who % 8) {
      case 0 -> lead.put("email", mailbox + "@mailinator.com");
      case 1 -> lead.put("email", mailbox + "@gmail.com");
      case 2 -> lead.put("title", "Student");
      case 3 -> lead.put("email", "no address");
      default -> lead.put("email", mailbox + "@" + SalesTeams.domain(company));
    }
    return lead;
  }

  /** What a rep does, by the lead: the same again, whoever gets it. */
  private static List<Action> habits(Assigned assigned) {
    Map<String, String> because = Map.of("reason", "CLERICAL");
    return switch (Math.floorMod(assigned.leadId().hashCode(), 8)) {
      case 0 -> List.of();
      case 1 -> List.of(Action.outcome("REJECTED", because));
      case 2 -> List.of(Action.CALL, Action.outcome("CONVERTED", Map.of()));
      case 3 ->
          List.of(
              Action.CALL, Action.outcome("CONVERTED", Map.of()), Action.outcome("WON", Map.of()));
      case 4 -> List.of(Action.CALL, Action.outcome("RECYCLED", Map.of()));
      case 5 -> List.of(Action.outcome("ACCEPTED", Map.of()));
      default -> List.of(Action.CALL);
    };
  }

  /** Waits until nothing happens any more: all deadlines have passed, and nobody gets anything. */
  private void settle(Crm crm) {
    await()
        .atMost(Duration.ofSeconds(180))
        .pollInterval(Duration.ofSeconds(6))
        .until(new Unchanged(crm));
  }

  /** Whether as much is known as six seconds ago, and everything was decided and routed. */
  private final class Unchanged implements java.util.concurrent.Callable<Boolean> {

    private final Crm crm;
    private String before = "";
    private int times;

    private Unchanged(Crm crm) {
      this.crm = crm;
    }

    @Override
    public Boolean call() {
      JsonNode balance = baton.doors.get("ops", "/api/followup/v1/balance").expect(200).json();
      String now = crm.assignments().size() + " " + balance.path("entries");
      boolean onTheWay = now.contains("DECIDING") || now.contains("ROUTING");
      times = !onTheWay && now.equals(before) ? times + 1 : 0;
      before = now;
      return times >= 4;
    }
  }

  /** At most one owner at a time, never an earlier one again, and every lead with one. */
  private static void assertOwnersAreRight(Published routing) {
    Map<String, List<String>> ownersByCycle = new HashMap<>();
    Map<String, Integer> openByCycle = new HashMap<>();
    for (Published.Event event : routing.events()) {
      String cycle = event.data().path("cycleId").asText();
      if (event.type().equals("baton.lead.assigned.v1")) {
        ownersByCycle
            .computeIfAbsent(cycle, key -> new ArrayList<>())
            .add(event.data().path("repId").asText());
        assertThat(openByCycle.merge(cycle, 1, Integer::sum)).describedAs(cycle).isEqualTo(1);
      } else if (event.type().equals("baton.lead.released.v1")) {
        openByCycle.merge(cycle, -1, Integer::sum);
      }
    }
    assertThat(ownersByCycle.values()).allSatisfy(reps -> assertThat(reps).doesNotHaveDuplicates());
    assertThat(ownersByCycle.values().stream().mapToInt(List::size).max().orElse(0))
        .describedAs("taken back once, and then the manager")
        .isBetween(2, 3);
    Set<String> rules =
        routing.ofType("baton.lead.assigned.v1").stream()
            .map(event -> event.data().path("rule").asText())
            .collect(Collectors.toCollection(HashSet::new));
    assertThat(rules).contains("owned", "large", "abroad");
  }

  private void assertNumbersMakeSense() {
    JsonNode line = total("follow-up-rate");
    assertThat(line.path("whole").asLong()).isBetween(LEADS / 4L, (long) LEADS);
    assertThat(line.path("rate").asDouble()).isStrictlyBetween(0.4, 0.8);
    assertThat(total("ignored-rate").path("part").asLong()).isPositive();
    assertThat(total("rejections").path("reasons").path("CLERICAL").asLong()).isPositive();
    JsonNode stages = total("conversion").path("stages");
    assertThat(stages.path("INQUIRY").asLong()).isGreaterThan(stages.path("MQL").asLong());
    assertThat(stages.path("SQL").asLong()).isGreaterThan(stages.path("WON").asLong());
    assertThat(stages.path("WON").asLong()).isPositive();
    System.out.printf("  %d leads through the sales teams: %s%n", LEADS, stages);
  }

  private JsonNode total(String metric) {
    return baton
        .doors
        .get("manager", "/api/followup/v1/metrics/" + metric + "?period=total")
        .expect(200)
        .json()
        .path("lines")
        .path(0);
  }
}
