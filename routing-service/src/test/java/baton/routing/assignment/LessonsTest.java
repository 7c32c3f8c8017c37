package baton.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Cause;
import baton.eventlog.inbox.Inbox;
import baton.events.followup.Commitment;
import baton.events.intake.LeadFacts;
import baton.events.qualification.Grade;
import baton.http.digest.Sha256;
import baton.routing.Incoming;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other systems got wrong, and what their users ask for: a test each, where it is routing. */
class LessonsTest {

  private static final String NINE_TO_FIVE =
      "[{\"day\":\"MONDAY\",\"from\":\"09:00:00\",\"to\":\"17:00:00\"}]";

  private RoutingFloor floor;
  private Inbox inbox;

  @BeforeEach
  void emptyFloor() {
    floor = new RoutingFloor("routing_lessons");
    inbox = floor.instance();
  }

  private Incoming qualifiedLead() {
    return qualifiedLead(inbox);
  }

  private Incoming qualifiedLead(Inbox instance) {
    Incoming lead = new Incoming();
    floor.deliver(instance, lead.qualified());
    return lead;
  }

  private void reps(int number, int capacity) throws Exception {
    for (int i = 0; i < number; i++) {
      floor.repWithCapacity(capacity);
    }
  }

  private Map<UUID, Integer> inParallel(int leads, int instances) throws Exception {
    List<Inbox> all = Stream.generate(floor::instance).limit(instances).toList();
    new ParallelReaders(all, 16, 20)
        .read(Stream.generate(() -> new Incoming().qualified().read()).limit(leads).toList());
    Map<UUID, Integer> histogram = new HashMap<>();
    floor.owners().forEach(rep -> histogram.merge(rep, 1, Integer::sum));
    return histogram;
  }

  private void give(Incoming lead, UUID rep) throws Exception {
    ManualRequest request =
        new ManualRequest(Sha256.of(lead.lead.toString()), Sha256.of(rep.toString()));
    floor.giveLead().give(new ManualOrder(lead.lead, null, rep, false, request, Cause.ofItself()));
  }

  @Test
  void espoCrm_leadsInParallelNeverLandOnTheSameTurn() throws Exception {
    reps(5, 1000);
    inParallel(1_000, 3);
    assertThat(floor.db.one("select turn from pool")).isEqualTo("1005");
    assertThat(floor.db.one("select count(distinct cycle_id) from assignment")).isEqualTo("1000");
  }

  @Test
  void espoCrm_aManualAssignmentDoesNotMoveTheWheel() throws Exception {
    UUID first = floor.repWithCapacity(10);
    UUID second = floor.repWithCapacity(10);
    UUID outside = floor.repWithCapacity(0);
    floor.member("default", outside, null);
    Incoming lead = qualifiedLead();
    String wheel = "select turn || ' ' || virtual_time from pool";
    String before = floor.db.one(wheel);
    give(lead, second);
    assertThat(floor.db.one(wheel)).isEqualTo(before);
    assertThat(floor.owner(qualifiedLead())).isEqualTo(second);
    assertThat(floor.owner(qualifiedLead())).isEqualTo(first);
  }

  @Test
  void leastBusy_costOfAnAssignmentDoesNotGrowWithTheNumberOfLeads() throws Exception {
    floor.pool("default", "strategy = 'FEWEST'");
    reps(3, 1000);
    // Counters decide, not counts: leads that the counters do not know change nothing.
    UUID first =
        UUID.fromString(floor.db.one("select rep_id from seat order by last_turn limit 1"));
    floor.db.execute(
        "insert into assignment (assignment_id, lead_id, cycle_id, decision_id, rep_id, rep_version,"
            + " pool, attempt, cause, source, reasons, assigned_at) select gen_random_uuid(),"
            + " gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '"
            + first
            + "', 1, 'default', 1, 'QUALIFIED', 'web', '[]', now() from generate_series(1, 50)");
    assertThat(floor.owner(qualifiedLead())).isEqualTo(first);
  }

  @Test
  void leastBusy_theCapIsCheckedInTheTransactionThatAssigns() throws Exception {
    floor.pool("default", "strategy = 'FEWEST'");
    reps(4, 25);
    Map<UUID, Integer> histogram = inParallel(500, 3);
    assertThat(histogram.values()).containsOnly(25);
    assertThat(floor.held()).hasSize(400);
  }

  @Test
  void suiteCrm_theWheelLivesInTheDatabaseAndTwoInstancesAgree() throws Exception {
    reps(2, 10);
    Inbox one = floor.instance();
    Inbox other = floor.instance();
    UUID a = floor.owner(qualifiedLead(one));
    UUID b = floor.owner(qualifiedLead(other));
    assertThat(a).isNotEqualTo(b);
    assertThat(floor.owner(qualifiedLead(other))).isEqualTo(a);
    assertThat(floor.owner(qualifiedLead(one))).isEqualTo(b);
  }

  @Test
  void vtiger_nParallelAssignmentsGiveAnOwnerHistogramAtMostOneApart() throws Exception {
    reps(7, 1000);
    Map<UUID, Integer> histogram = inParallel(1_000, 3);
    assertThat(Collections.max(histogram.values()) - Collections.min(histogram.values()))
        .isLessThanOrEqualTo(1);
    assertThat(histogram).hasSize(7);
  }

  @Test
  void x2Crm_aMissingFieldIsUnknownAndMatchesNoRule() throws Exception {
    UUID inDefault = floor.repWithCapacity(5);
    floor.pool("large", "");
    floor.member("large", floor.repWithCapacity(5), 1);
    floor.member(
        "default",
        UUID.fromString(floor.db.one("select rep_id from seat where pool = 'large'")),
        null);
    floor.rules(
        "[{\"id\":\"large\",\"when\":\"!(lead.employees < 1000)\",\"pool\":\"large\"}]", "default");
    Incoming lead = new Incoming();
    floor.deliver(
        inbox, lead.qualified(new LeadFacts(null, null, null, null, null, null, null, null)));
    assertThat(floor.owner(lead)).isEqualTo(inDefault);
  }

  @Test
  void odoo_routingIsDeterministicAndCanBeReplayed() throws Exception {
    reps(3, 2);
    floor.rules(
        "[{\"id\":\"all\",\"when\":\"decision.score > 1\",\"pool\":\"default\"}]", "default");
    for (int i = 0; i < 6; i++) {
      Incoming lead = qualifiedLead();
      var replay = floor.explain().replay(floor.assignmentOf(lead)).orElseThrow();
      assertThat(replay.replayable()).isTrue();
      assertThat(replay.same()).isTrue();
      assertThat(replay.replayed().rule()).isEqualTo("all");
      assertThat(replay.replayed().repId()).isEqualTo(floor.owner(lead));
    }
  }

  @Test
  void odoo_aChangedInputGivesAnotherReplay() throws Exception {
    reps(3, 2);
    floor.rules(
        "[{\"id\":\"all\",\"when\":\"decision.score > 1\",\"pool\":\"default\"}]", "default");
    UUID assignment = floor.assignmentOf(qualifiedLead());
    floor.db.execute(
        "update assignment set selection = jsonb_set(selection, '{able,0,openLeads}', '2')");
    assertThat(floor.explain().replay(assignment).orElseThrow().same()).isFalse();
    floor.db.execute(
        "update assignment set selection = jsonb_set(selection, '{able,0,openLeads}', '0'),"
            + " route = jsonb_set(route, '{attributes,decision.score}', '1')");
    assertThat(floor.explain().replay(assignment).orElseThrow().same()).isFalse();
  }

  @Test
  void odoo_nothingAgesOutSilently() throws Exception {
    Incoming lead = qualifiedLead();
    floor.db.clock.advance(Duration.ofDays(800));
    UUID rep = floor.repWithCapacity(1);
    floor.assign().serveHeld(Cause.ofItself());
    assertThat(floor.owner(lead)).isEqualTo(rep);
  }

  @Test
  void odoo_capacityComesFromOpenWorkAndTheCalendar() throws Exception {
    UUID rep = floor.rep(true, 2, null, "UTC", "[{\"from\":\"2026-03-03\",\"to\":\"2026-03-20\"}]");
    UUID other = floor.repWithCapacity(50);
    for (int i = 0; i < 4; i++) {
      qualifiedLead();
    }
    assertThat(floor.given(rep)).isEqualTo(2);
    floor.db.execute("update rep_load set open_leads = 0 where rep_id = '" + rep + "'");
    floor.db.clock.set(Instant.parse("2026-03-10T09:00:00Z"));
    for (int i = 0; i < 20; i++) {
      qualifiedLead();
    }
    assertThat(floor.given(rep)).isEqualTo(2);
    floor.db.clock.set(Instant.parse("2026-03-21T09:00:00Z"));
    // The holiday leaves no hole that is filled afterwards: one turn, then the other's.
    assertThat(List.of(floor.owner(qualifiedLead()), floor.owner(qualifiedLead())))
        .containsExactlyInAnyOrder(rep, other);
  }

  @Test
  void chatwoot_freedCapacityPullsWaitingWorkAtOnce() throws Exception {
    floor.repWithCapacity(1);
    Incoming owned = qualifiedLead();
    Incoming waiting = qualifiedLead();
    floor.deliver(inbox, owned.converted(floor.assignmentOf(owned)));
    assertThat(floor.published(waiting)).containsExactly("held", "assigned");
  }

  @Test
  void gradientWorks_hoursAreInTheRepsOwnZone() throws Exception {
    floor.pool("default", "away = 'WAIT_FOR_WORK'");
    UUID tokyo = floor.repWithCapacity(9);
    floor.hours(tokyo, "Asia/Tokyo", NINE_TO_FIVE);
    UUID lisbon = floor.repWithCapacity(9);
    floor.hours(lisbon, "Europe/Lisbon", NINE_TO_FIVE);
    floor.db.clock.set(Instant.parse("2026-03-02T03:00:00Z"));
    assertThat(floor.owner(qualifiedLead())).isEqualTo(tokyo);
    floor.db.clock.set(Instant.parse("2026-03-02T12:00:00Z"));
    assertThat(floor.owner(qualifiedLead())).isEqualTo(lisbon);
  }

  @Test
  void gradientWorks_capacityIsTransactional() throws Exception {
    reps(1, 1);
    qualifiedLead();
    qualifiedLead();
    assertThat(floor.held()).containsExactly("NO_CAPACITY");
  }

  @Test
  void hubSpot_editingThePoolDoesNotResetAndAReturningRepIsNotFlooded() throws Exception {
    UUID away = floor.repWithCapacity(1000);
    reps(2, 1000);
    floor.setActive(away, false);
    for (int i = 0; i < 40; i++) {
      qualifiedLead();
    }
    floor.setActive(away, true);
    UUID joiner = floor.repWithCapacity(1000);
    floor.member("default", joiner, 1);
    for (int i = 0; i < 40; i++) {
      qualifiedLead();
    }
    assertThat(floor.given(away)).isEqualTo(10);
    assertThat(floor.given(joiner)).isEqualTo(10);
    assertThat(
            floor.db.one(
                "select kept_by from ledger where cause = 'MISSED_TURNS' and rep_id = '"
                    + away
                    + "'"))
        .isEqualTo("INACTIVE");
  }

  @Test
  void ask1_absentOrInactivePeopleGetNoLeads() throws Exception {
    UUID inactive = floor.rep(false, 9, null, "UTC", "[]");
    UUID absent =
        floor.rep(true, 9, null, "UTC", "[{\"from\":\"2026-03-02\",\"to\":\"2026-03-02\"}]");
    UUID there = floor.repWithCapacity(9);
    for (int i = 0; i < 5; i++) {
      assertThat(floor.owner(qualifiedLead())).isEqualTo(there);
    }
    assertThat(floor.given(inactive) + floor.given(absent)).isZero();
  }

  @Test
  void ask2_aLeadIsTakenBackWhenItsOwnerDoesNothing() throws Exception {
    floor.pool("default", "take_back_on = 'EITHER', take_back_most = 1");
    reps(2, 9);
    Incoming lead = qualifiedLead();
    UUID idle = floor.owner(lead);
    floor.deliver(inbox, lead.breached(floor.assignmentOf(lead), Commitment.ACCEPTANCE));
    assertThat(floor.owner(lead)).isNotNull().isNotEqualTo(idle);
  }

  @Test
  void ask3_afterTheAgreedNumberOfRepsTheManagerHasIt() throws Exception {
    floor.pool("default", "take_back_on = 'EITHER', take_back_most = 1");
    UUID manager = floor.repWithCapacity(9);
    floor.member("default", manager, null);
    for (int i = 0; i < 3; i++) {
      floor.manager(floor.repWithCapacity(9), manager);
    }
    Incoming lead = qualifiedLead();
    for (int i = 0; i < 2; i++) {
      floor.deliver(inbox, lead.breached(floor.assignmentOf(lead), Commitment.FIRST_TOUCH));
    }
    assertThat(floor.owner(lead)).isEqualTo(manager);
  }

  @Test
  void ask10_aLeadThatGoesNowhereSaysWhy() throws Exception {
    Incoming lead = qualifiedLead();
    assertThat(floor.held()).containsExactly("EMPTY_POOL");
    floor.rep(false, 9, null, "UTC", "[]");
    floor.assign().serveHeld(Cause.ofItself());
    assertThat(floor.held()).containsExactly("NOBODY_ACTIVE");
    assertThat(floor.published(lead)).containsExactly("held", "held");
  }

  @Test
  void ask11_fairnessAcrossHolidaysJoinersAndNoShows() throws Exception {
    UUID holiday =
        floor.rep(true, 1000, null, "UTC", "[{\"from\":\"2026-03-02\",\"to\":\"2026-03-06\"}]");
    reps(2, 1000);
    for (int i = 0; i < 30; i++) {
      qualifiedLead();
    }
    floor.db.clock.set(Instant.parse("2026-03-09T09:00:00Z"));
    UUID joiner = floor.repWithCapacity(1000);
    Map<UUID, Integer> next = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      next.merge(floor.owner(qualifiedLead()), 1, Integer::sum);
    }
    assertThat(next.values()).containsOnly(10);
    assertThat(next).containsKeys(holiday, joiner);
  }

  @Test
  void ask12_correctInBulkAndInParallel() throws Exception {
    reps(3, 1000);
    Map<UUID, Integer> histogram = inParallel(900, 3);
    assertThat(histogram.values()).containsOnly(300);
  }

  @Test
  void bestLeadsFirstAndNobodyIsBuried() throws Exception {
    floor.repWithCapacity(0);
    Incoming c = new Incoming();
    floor.deliver(inbox, c.qualified(Grade.C));
    floor.db.clock.advance(Duration.ofHours(3));
    Incoming early = new Incoming();
    floor.deliver(inbox, early.qualified(Grade.A));
    floor.db.clock.advance(Duration.ofHours(2));
    Incoming late = new Incoming();
    floor.deliver(inbox, late.qualified(Grade.A));
    floor.db.execute("update rep set capacity = 3");
    floor.assign().serveHeld(Cause.ofItself());
    assertThat(floor.db.query("select lead_id from assignment order by assignment_id"))
        .containsExactly(early.lead.toString(), c.lead.toString(), late.lead.toString());
  }
}
