package baton.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Cause;
import baton.eventlog.inbox.Inbox;
import baton.events.intake.LeadFacts;
import baton.events.qualification.Grade;
import baton.routing.Incoming;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where rules send leads, and to whom. */
class RoutesTest {

  private static final String GERMANS =
      "{\"id\":\"germans\",\"when\":\"lead.country == \\\"DE\\\"\",\"pool\":\"dach\"}";

  private RoutingFloor floor;
  private Inbox inbox;
  private UUID inDach;
  private UUID inDefault;

  @BeforeEach
  void twoPools() throws Exception {
    floor = new RoutingFloor("routing_routes");
    inbox = floor.instance();
    inDefault = floor.repWithCapacity(50);
    inDach = floor.repWithCapacity(50);
    floor.pool("dach", "");
    floor.member("default", inDach, null);
    floor.member("dach", inDach, 1);
  }

  private static LeadFacts from(String country, String company, String domain, Integer employees) {
    return new LeadFacts(null, company, domain, country, null, employees, null, null);
  }

  private Incoming lead(LeadFacts facts) {
    Incoming lead = new Incoming();
    floor.deliver(inbox, lead.qualified(facts));
    return lead;
  }

  private void account(String name, String key, String domain, UUID owner) {
    floor.db.execute(
        "insert into account (account_id, name, name_key, domain, employees, owner_id, updated_at)"
            + " values (gen_random_uuid(), '%s', '%s', %s, 900, %s, now())"
                .formatted(
                    name,
                    key,
                    domain == null ? "null" : "'" + domain + "'",
                    owner == null ? "null" : "'" + owner + "'"));
  }

  @Test
  void theFirstRuleThatIsMetDecides() throws Exception {
    floor.rules(
        "[{\"id\":\"large\",\"when\":\"lead.employees > 1000\",\"pool\":\"default\"},"
            + GERMANS
            + "]",
        "default");
    assertThat(floor.owner(lead(from("DE", null, null, 2000)))).isEqualTo(inDefault);
    Incoming german = lead(from("DE", null, null, 20));
    assertThat(floor.owner(german)).isEqualTo(inDach);
    assertThat(floor.owner(lead(from("FR", null, null, 20)))).isEqualTo(inDefault);
    assertThat(
            floor.db.one(
                "select rule || rules_version || pool from assignment where lead_id = '"
                    + german.lead
                    + "'"))
        .isEqualTo("germans2dach");
  }

  @Test
  void whatIsMissingMatchesNoRuleAndIsNamed() throws Exception {
    floor.rules(
        "[{\"id\":\"not-german\",\"when\":\"lead.country != \\\"DE\\\"\",\"pool\":\"dach\"}]",
        "default");
    Incoming unknown = lead(from(null, null, null, null));
    assertThat(floor.owner(unknown)).isEqualTo(inDefault);
    var why = floor.explain().explain(floor.assignmentOf(unknown)).orElseThrow();
    assertThat(why.rule()).isEqualTo("fallback");
    assertThat(why.rules())
        .singleElement()
        .asString()
        .contains("UNKNOWN", "not known: lead.country");
    assertThat(why.attributesRead()).containsEntry("lead.country", "");
  }

  @Test
  void gradeAndScoreOfTheDecisionCanBeAskedFor() throws Exception {
    floor.rules(
        "[{\"id\":\"best\",\"when\":\"decision.grade == \\\"A\\\" && decision.score >= 20\","
            + "\"pool\":\"dach\"}]",
        "default");
    Incoming best = new Incoming();
    floor.deliver(inbox, best.qualified(Grade.A));
    assertThat(floor.owner(best)).isEqualTo(inDach);
  }

  @Test
  void theOwnerOfTheAccountGetsItIfAbleElseThePool() throws Exception {
    UUID owner = floor.repWithCapacity(1);
    floor.member("default", owner, null);
    account("Halden Pumps", "halden pumps", "halden.example", owner);
    floor.rules(
        "[{\"id\":\"owned\",\"when\":\"account.owned\",\"pool\":\"dach\",\"owner\":\"ACCOUNT_OWNER\"}]",
        "default");
    Incoming first = lead(from("NO", "Whatever", "HALDEN.example", 1));
    assertThat(floor.owner(first)).isEqualTo(owner);
    assertThat(floor.db.one("select reasons from assignment")).contains("Owns the account");
    Incoming second = lead(from("NO", "Halden Pumps AS", null, 1));
    assertThat(floor.owner(second)).isEqualTo(inDach);
    assertThat(floor.db.one("select reasons from assignment where rep_id = '" + inDach + "'"))
        .contains("The owner cannot take it: at capacity");
    assertThat(floor.db.query("select cause from ledger where pool = 'dach'"))
        .containsOnly("JOINED");
  }

  @Test
  void twoAccountsOfOneNameAreNeitherForCertain() throws Exception {
    account("Halden Pumps", "halden pumps", null, inDach);
    account("HALDEN PUMPS Ltd", "halden pumps", null, inDach);
    floor.rules(
        "[{\"id\":\"owned\",\"when\":\"account.owned\",\"pool\":\"dach\",\"owner\":\"ACCOUNT_OWNER\"}]",
        "default");
    assertThat(floor.owner(lead(from(null, "Halden Pumps", null, null)))).isEqualTo(inDefault);
  }

  @Test
  void aRuleCanNameARep() throws Exception {
    floor.rules(
        "[{\"id\":\"hers\",\"when\":\"true\",\"pool\":\"default\",\"owner\":\"" + inDach + "\"}]",
        "default");
    assertThat(floor.owner(lead(from(null, null, null, null)))).isEqualTo(inDach);
  }

  @Test
  void aHeldLeadKeepsItsPoolUntilItIsRoutedAgain() throws Exception {
    floor.setActive(inDefault, false);
    Incoming german = lead(from("DE", null, null, null));
    floor.rules("[" + GERMANS + "]", "default");
    floor.assign().serveHeld(Cause.ofItself());
    assertThat(floor.held()).containsExactly("NOBODY_ACTIVE");
    assertThat(floor.rerouteHeld().reroute(null, Cause.ofItself())).isEqualTo(1);
    assertThat(floor.owner(german)).isEqualTo(inDach);
    assertThat(floor.published(german)).containsExactly("held", "assigned");
  }

  @Test
  void oneThatIsRoutedToAFullPoolWaitsThereSinceItBeganToWait() throws Exception {
    floor.setActive(inDefault, false);
    floor.setActive(inDach, false);
    Incoming german = lead(from("DE", null, null, null));
    String since = floor.db.one("select held_since from held");
    floor.rules("[" + GERMANS + "]", "default");
    floor.db.clock.advance(java.time.Duration.ofHours(3));
    floor.rerouteHeld().reroute("default", Cause.ofItself());
    assertThat(floor.db.one("select pool || held_since from held")).isEqualTo("dach" + since);
    floor.setActive(inDach, true);
    floor.assign().serveHeld(Cause.ofItself());
    assertThat(floor.owner(german)).isEqualTo(inDach);
  }

  @Test
  void freedCapacityOfARepInTwoPoolsServesBoth() throws Exception {
    UUID both = floor.repWithCapacity(1);
    floor.member("dach", both, 1);
    floor.member("dach", inDach, null);
    floor.setActive(inDefault, false);
    floor.rules("[" + GERMANS + "]", "default");
    Incoming held = lead(from("FR", null, null, null));
    Incoming waiting = lead(from("DE", null, null, null));
    assertThat(floor.owner(held)).isEqualTo(both);
    floor.deliver(inbox, held.recycled(floor.assignmentOf(held)));
    assertThat(floor.owner(waiting)).isEqualTo(both);
    assertThat(floor.miscounted()).isEmpty();
  }
}
