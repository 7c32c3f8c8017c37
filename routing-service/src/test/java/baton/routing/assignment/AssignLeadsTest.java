package baton.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Cause;
import baton.eventlog.inbox.Inbox;
import baton.events.activity.RejectionReason;
import baton.routing.Incoming;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets a lead, who waits, and when waiting ends. The clock stands at Monday, 9:00 UTC. */
class AssignLeadsTest {

  private RoutingFloor floor;
  private Inbox inbox;

  @BeforeEach
  void emptyFloor() {
    floor = new RoutingFloor("routing_assign");
    inbox = floor.instance();
  }

  private Incoming qualifiedLead() {
    Incoming lead = new Incoming();
    floor.deliver(inbox, lead.qualified());
    return lead;
  }

  private void rosterChanges() throws SQLException {
    floor.assign().serveHeld(Cause.ofItself());
  }

  @Test
  void anAssignmentSaysWhyThisRepAndWhoWasPassedOver() throws Exception {
    UUID inactive = floor.rep(false, 5, null, "UTC", "[]");
    UUID rep = floor.repWithCapacity(5);
    Incoming lead = qualifiedLead();
    assertThat(floor.owners()).containsExactly(rep);
    assertThat(floor.published(lead)).containsExactly("assigned");
    String event = floor.db.one("select convert_from(payload, 'UTF8') from event");
    assertThat(event)
        .contains("\"candidates\":2", inactive.toString(), "\"reason\":\"INACTIVE\"")
        .contains("First in the turn of default among 1 who can take it now; 1 of 5 open leads")
        .contains("\"rule\":\"fallback\"", "\"rulesVersion\":1", "\"grade\":\"B\"")
        .contains("\"repVersion\":1", "\"attempt\":1", "\"cause\":\"QUALIFIED\"");
  }

  @Test
  void withoutAnybodyALeadIsHeldAndSaysWhy() {
    Incoming lead = qualifiedLead();
    assertThat(floor.held()).containsExactly("EMPTY_POOL");
    assertThat(floor.published(lead)).containsExactly("held");
  }

  @Test
  void whoIsInactiveOrAwayTodayGetsNothing() throws Exception {
    floor.rep(false, 5, null, "UTC", "[]");
    UUID away =
        floor.rep(true, 5, null, "UTC", "[{\"from\":\"2026-03-01\",\"to\":\"2026-03-02\"}]");
    qualifiedLead();
    assertThat(floor.held()).containsExactly("NOBODY_AT_WORK");
    floor.db.clock.advance(Duration.ofHours(15));
    rosterChanges();
    assertThat(floor.owners()).containsExactly(away);
  }

  @Test
  void theDayOfAnAbsenceIsTheDayOfTheRep() throws Exception {
    UUID inAuckland =
        floor.rep(
            true, 5, null, "Pacific/Auckland", "[{\"from\":\"2026-03-02\",\"to\":\"2026-03-02\"}]");
    floor.db.clock.advance(Duration.ofHours(2).minusSeconds(1));
    qualifiedLead();
    assertThat(floor.held()).hasSize(1);
    floor.db.clock.advance(Duration.ofSeconds(1));
    rosterChanges();
    assertThat(floor.owners()).containsExactly(inAuckland);
  }

  @Test
  void theDailyCapBeginsAnewAtMidnightOfTheRep() throws Exception {
    floor.rep(true, 5, 1, "Pacific/Auckland", "[]");
    qualifiedLead();
    qualifiedLead();
    assertThat(floor.held()).containsExactly("NO_CAPACITY");
    floor.db.clock.advance(Duration.ofHours(2).minusSeconds(1));
    rosterChanges();
    assertThat(floor.held()).hasSize(1);
    floor.db.clock.advance(Duration.ofSeconds(1));
    rosterChanges();
    assertThat(floor.held()).isEmpty();
  }

  @Test
  void freedCapacityServesTheOneThatWaitedLongestInTheSameTransaction() throws Exception {
    floor.repWithCapacity(1);
    Incoming first = qualifiedLead();
    Incoming second = qualifiedLead();
    Incoming third = qualifiedLead();
    floor.deliver(inbox, first.recycled(floor.assignmentOf(first)));
    assertThat(floor.published(first)).containsExactly("assigned", "released");
    assertThat(floor.published(second)).containsExactly("held", "assigned");
    assertThat(floor.published(third)).containsExactly("held");
    assertThat(floor.db.one("select cause from assignment where released_at is null"))
        .isEqualTo("CAPACITY_FREED");
    assertThat(
            floor.db.one(
                "select count(distinct xid) from event where type = 'baton.lead.released.v1'"
                    + " or type = 'baton.lead.assigned.v1' and subject = '"
                    + second.lead
                    + "'"))
        .isEqualTo("1");
  }

  @Test
  void aLeadThatWaitsGoesBeforeANewOneOfTheSameBatch() throws Exception {
    floor.repWithCapacity(1);
    Incoming first = qualifiedLead();
    Incoming waiting = qualifiedLead();
    Incoming fresh = new Incoming();
    floor.deliver(inbox, fresh.qualified(), first.converted(floor.assignmentOf(first)));
    assertThat(floor.published(waiting)).containsExactly("held", "assigned");
    assertThat(floor.published(fresh)).containsExactly("held");
  }

  @Test
  void eachEndFreesCapacityOnce() throws Exception {
    UUID rep = floor.repWithCapacity(3);
    Incoming lead = qualifiedLead();
    UUID assignment = floor.assignmentOf(lead);
    floor.deliver(inbox, lead.converted(assignment), lead.recycled(assignment));
    floor.deliver(inbox, lead.rejected(assignment));
    assertThat(floor.db.one("select open_leads from rep_load where rep_id = '" + rep + "'"))
        .isEqualTo("0");
    assertThat(floor.published(lead)).containsExactly("assigned", "released");
    assertThat(floor.db.one("select release_cause from assignment")).isEqualTo("CONVERTED");
  }

  @Test
  void aRejectedLeadIsNotGivenToTheNextOne() throws Exception {
    floor.repWithCapacity(3);
    floor.repWithCapacity(3);
    Incoming lead = qualifiedLead();
    floor.deliver(inbox, lead.rejected(floor.assignmentOf(lead)));
    assertThat(floor.published(lead)).containsExactly("assigned", "released");
    assertThat(floor.owners()).isEmpty();
  }

  @Test
  void anotherDecisionAboutACycleThatHasAnOwnerOrWaitsIsIgnored() throws Exception {
    Incoming waiting = qualifiedLead();
    floor.deliver(inbox, waiting.qualified());
    assertThat(floor.held()).hasSize(1);
    floor.repWithCapacity(1);
    rosterChanges();
    floor.deliver(inbox, waiting.qualified());
    assertThat(floor.published(waiting)).containsExactly("held", "assigned");
  }

  @Test
  void twoDecisionsAboutOneCycleInOneBatchGiveOneOwner() throws Exception {
    floor.repWithCapacity(5);
    Incoming lead = new Incoming();
    floor.deliver(inbox, lead.qualified(), lead.qualified());
    assertThat(floor.owners()).hasSize(1);
  }

  @Test
  void twoOpenCyclesOfOneLeadHaveAnOwnerEach() throws Exception {
    floor.repWithCapacity(5);
    Incoming lead = new Incoming();
    floor.deliver(inbox, lead.qualified(), lead.qualified(UuidCreator.getTimeOrderedEpoch()));
    assertThat(floor.owners()).hasSize(2);
  }

  @Test
  void aCycleThatComesBackGoesToSomebodyWhoHasNotHadIt() throws Exception {
    UUID first = floor.repWithCapacity(5);
    Incoming lead = qualifiedLead();
    floor.deliver(inbox, lead.recycled(floor.assignmentOf(lead)));
    floor.deliver(inbox, lead.qualified());
    assertThat(floor.held()).containsExactly("EVERYBODY_HAD_IT");
    UUID second = floor.repWithCapacity(5);
    rosterChanges();
    assertThat(floor.owners()).containsExactly(second).doesNotContain(first);
    assertThat(floor.db.query("select attempt from assignment order by 1"))
        .containsExactly("1", "2");
  }

  @Test
  void aCycleThatEndsAndIsWantedAgainInOneBatchIsNotLost() throws Exception {
    floor.repWithCapacity(5);
    UUID second = floor.repWithCapacity(5);
    Incoming lead = qualifiedLead();
    floor.deliver(inbox, lead.recycled(floor.assignmentOf(lead)), lead.qualified());
    assertThat(floor.owner(lead)).isEqualTo(second);
    assertThat(floor.published(lead)).containsExactly("assigned", "released", "assigned");
  }

  @Test
  void aProceduralRejectionGivesTheTurnBackAndAnotherOneDoesNot() throws Exception {
    floor.repWithCapacity(5);
    Incoming procedural = qualifiedLead();
    Incoming definitional = qualifiedLead();
    floor.deliver(
        inbox,
        definitional.rejected(floor.assignmentOf(definitional), RejectionReason.DEFINITIONAL));
    String given = "select assignment_id from ledger where cause = 'TURN_GIVEN_BACK'";
    assertThat(floor.db.query(given)).isEmpty();
    UUID assignment = floor.assignmentOf(procedural);
    floor.deliver(inbox, procedural.rejected(assignment, RejectionReason.PROCEDURAL));
    assertThat(floor.db.query(given)).containsExactly(assignment.toString());
  }

  @Test
  void anErasureBeforeTheFirstTouchGivesTheTurnBackAndOneAfterDoesNot() throws Exception {
    floor.repWithCapacity(5);
    Incoming touched = qualifiedLead();
    Incoming untouched = qualifiedLead();
    floor.deliver(inbox, touched.firstTouch(floor.assignmentOf(touched)));
    UUID owed = floor.assignmentOf(untouched);
    floor.deliver(inbox, touched.erased(), untouched.erased());
    assertThat(floor.db.query("select assignment_id from ledger where assignment_id is not null"))
        .containsExactly(owed.toString());
  }

  @Test
  void oneThatNobodyCanTakeDoesNotBlockThoseBehindIt() throws Exception {
    floor.repWithCapacity(1);
    Incoming hadIt = qualifiedLead();
    floor.deliver(inbox, hadIt.recycled(floor.assignmentOf(hadIt)));
    floor.deliver(inbox, hadIt.qualified());
    Incoming owned = qualifiedLead();
    Incoming behind = qualifiedLead();
    floor.deliver(inbox, owned.recycled(floor.assignmentOf(owned)));
    assertThat(floor.published(behind)).containsExactly("held", "assigned");
    assertThat(floor.held()).containsExactly("EVERYBODY_HAD_IT");
  }

  @Test
  void roomThatTheOldestMayNotHaveGoesToThoseBehindIt() throws Exception {
    UUID mayNot = floor.repWithCapacity(1);
    Incoming had = qualifiedLead();
    UUID full = floor.repWithCapacity(1);
    qualifiedLead();
    floor.deliver(inbox, had.recycled(floor.assignmentOf(had)));
    floor.deliver(inbox, had.qualified());
    Incoming owned = qualifiedLead();
    Incoming behind = qualifiedLead();
    assertThat(floor.held()).containsExactly("NO_CAPACITY", "NO_CAPACITY");

    floor.deliver(inbox, owned.recycled(floor.assignmentOf(owned)));

    assertThat(floor.published(behind)).containsExactly("held", "assigned");
    assertThat(floor.owners()).containsExactly(full, mayNot);
    assertThat(floor.held()).containsExactly("NO_CAPACITY");
  }

  @Test
  void moreThanFitIntoATransactionMayNotHaveTheRoomAndStillItGoesToTheOneBehindThem()
      throws Exception {
    UUID mayNot = floor.repWithCapacity(1);
    floor.repWithCapacity(0);
    floor.holdLeadsThatHad(mayNot, AssignLeads.MOST_AT_ONCE + 1);
    Incoming owned = qualifiedLead();
    Incoming behind = qualifiedLead();
    floor.db.execute("update rep set capacity = 2 where rep_id = '" + mayNot + "'");

    rosterChanges();

    assertThat(floor.published(behind)).containsExactly("held", "assigned");
    assertThat(floor.published(owned)).containsExactly("assigned");
    assertThat(floor.held()).hasSize(AssignLeads.MOST_AT_ONCE + 1);
  }

  @Test
  void anotherReasonToWaitIsToldOnce() throws Exception {
    Incoming lead = qualifiedLead();
    floor.rep(false, 5, null, "UTC", "[]");
    rosterChanges();
    rosterChanges();
    assertThat(floor.held()).containsExactly("NOBODY_ACTIVE");
    assertThat(floor.published(lead)).containsExactly("held", "held");
  }

  @Test
  void roomForManyServesAllOfThem() throws Exception {
    int waiting = AssignLeads.MOST_AT_ONCE + 5;
    for (int i = 0; i < waiting; i += 15) {
      Incoming.Message[] batch = new Incoming.Message[15];
      for (int j = 0; j < 15; j++) {
        batch[j] = new Incoming().qualified();
      }
      floor.deliver(inbox, batch);
    }
    floor.repWithCapacity(1000);
    floor.repWithCapacity(1000);
    rosterChanges();
    assertThat(floor.held()).isEmpty();
    assertThat(floor.owners()).hasSizeGreaterThanOrEqualTo(waiting);
  }

  @Test
  void theEndOfAnAssignmentNeverMadeParks() throws Exception {
    floor.repWithCapacity(5);
    Incoming lead = qualifiedLead();
    Incoming other = new Incoming();
    floor.deliver(inbox, lead.recycled(UuidCreator.getTimeOrderedEpoch()), other.qualified());
    assertThat(floor.db.query("select cause from parked"))
        .singleElement()
        .asString()
        .startsWith("UnknownAssignment");
    assertThat(floor.owners()).hasSize(2);
  }
}
