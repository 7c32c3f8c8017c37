package baton.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Cause;
import baton.eventlog.conformance.Permutations;
import baton.eventlog.inbox.Inbox;
import baton.events.followup.Commitment;
import baton.routing.Incoming;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An owner who does nothing loses the lead: to the next rep, and in the end to the manager. */
class TakeBackTest {

  private RoutingFloor floor;
  private Inbox inbox;

  @BeforeEach
  void poolThatTakesBackTwice() {
    floor = new RoutingFloor("routing_take_back");
    floor.pool("default", "take_back_on = 'FIRST_TOUCH', take_back_most = 2");
    inbox = floor.instance();
  }

  private Incoming qualifiedLead() {
    Incoming lead = new Incoming();
    floor.deliver(inbox, lead.qualified());
    return lead;
  }

  private void breach(Incoming lead) {
    floor.deliver(inbox, lead.breached(floor.assignmentOf(lead), Commitment.FIRST_TOUCH));
  }

  private List<String> causes(Incoming lead) {
    return floor.db.query(
        "select cause from assignment where lead_id = '" + lead.lead + "' order by attempt");
  }

  @Test
  void aBreachGivesTheLeadToTheNextRepInTheSameTransaction() throws Exception {
    UUID first = floor.repWithCapacity(5);
    UUID next = floor.repWithCapacity(5);
    Incoming lead = qualifiedLead();
    assertThat(floor.owner(lead)).isEqualTo(first);
    breach(lead);
    assertThat(floor.owner(lead)).isEqualTo(next);
    assertThat(floor.published(lead)).containsExactly("assigned", "released", "assigned");
    assertThat(causes(lead)).containsExactly("QUALIFIED", "TAKEN_BACK");
    assertThat(floor.open(first)).isZero();
    assertThat(floor.db.one("select release_cause from assignment where released_at is not null"))
        .isEqualTo("TAKEN_BACK");
    assertThat(floor.miscounted()).isEmpty();
  }

  @Test
  void neverToAnEarlierOneAtMostTwiceThenToTheManager() throws Exception {
    UUID manager = floor.rep(true, 0, null, "UTC", "[]");
    floor.member("default", manager, null);
    List<UUID> owners = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      floor.manager(floor.repWithCapacity(5), manager);
    }
    Incoming lead = qualifiedLead();
    owners.add(floor.owner(lead));
    for (int i = 0; i < 3; i++) {
      breach(lead);
      owners.add(floor.owner(lead));
    }
    assertThat(owners).doesNotHaveDuplicates().endsWith(manager);
    assertThat(causes(lead)).containsExactly("QUALIFIED", "TAKEN_BACK", "TAKEN_BACK", "ESCALATED");
    assertThat(floor.db.one("select reasons from assignment where cause = 'ESCALATED'"))
        .contains("Taken back 3 times", "1 of 0 open leads, beyond what was agreed");
  }

  @Test
  void theLadderEndsWithTheManager() throws Exception {
    floor.pool("default", "take_back_most = 0");
    UUID manager = floor.repWithCapacity(5);
    floor.member("default", manager, null);
    floor.manager(floor.repWithCapacity(5), manager);
    floor.repWithCapacity(5);
    Incoming lead = qualifiedLead();
    breach(lead);
    assertThat(floor.owner(lead)).isEqualTo(manager);
    breach(lead);
    assertThat(floor.owner(lead)).isEqualTo(manager);
    assertThat(causes(lead)).containsExactly("QUALIFIED", "ESCALATED");
  }

  @Test
  void ifEverybodyHadItTheManagerGetsItEarlier() throws Exception {
    UUID manager = floor.repWithCapacity(5);
    floor.member("default", manager, null);
    floor.manager(floor.repWithCapacity(5), manager);
    Incoming lead = qualifiedLead();
    breach(lead);
    assertThat(floor.owner(lead)).isEqualTo(manager);
  }

  @Test
  void withoutAManagerItWaitsAndSaysSoUntilThereIsOne() throws Exception {
    UUID rep = floor.repWithCapacity(5);
    Incoming lead = qualifiedLead();
    breach(lead);
    assertThat(floor.held()).containsExactly("NO_MANAGER");
    floor.assign().serveHeld(Cause.ofItself());
    floor.escalateHeld().escalate(Cause.ofItself());
    assertThat(floor.held()).containsExactly("NO_MANAGER");
    UUID manager = floor.repWithCapacity(0);
    floor.manager(rep, manager);
    floor.assign().serveHeld(Cause.ofItself());
    assertThat(floor.held()).containsExactly("NO_MANAGER");
    floor.escalateHeld().escalate(Cause.ofItself());
    assertThat(floor.owner(lead)).isEqualTo(manager);
    assertThat(floor.published(lead)).containsExactly("assigned", "released", "held", "assigned");
  }

  @Test
  void aManagerWhoIsAwayGetsNothing() throws Exception {
    UUID manager = floor.rep(false, 5, null, "UTC", "[]");
    floor.member("default", manager, null);
    floor.manager(floor.repWithCapacity(5), manager);
    breach(qualifiedLead());
    assertThat(floor.held()).containsExactly("NO_MANAGER");
  }

  @Test
  void theTeamsManagerTakesOverWhoeverHasNoneOfTheirOwn() throws Exception {
    UUID manager = floor.repWithCapacity(5);
    floor.member("default", manager, null);
    UUID rep = floor.repWithCapacity(5);
    floor.db.execute("insert into team values ('north', '" + manager + "', now())");
    floor.db.execute(
        "update rep set team = 'north' where rep_id in ('%s', '%s')".formatted(rep, manager));
    Incoming lead = qualifiedLead();
    breach(lead);
    assertThat(floor.owner(lead)).isEqualTo(manager);
    assertThat(floor.db.one("select team from assignment where cause = 'QUALIFIED'"))
        .isEqualTo("north");
  }

  @Test
  void ifTheOthersAreFullItWaitsForThem() throws Exception {
    floor.repWithCapacity(1);
    UUID full = floor.repWithCapacity(1);
    Incoming lead = qualifiedLead();
    Incoming other = qualifiedLead();
    breach(lead);
    assertThat(floor.held()).containsExactly("NO_CAPACITY");
    floor.deliver(inbox, other.recycled(floor.assignmentOf(other)));
    assertThat(floor.owner(lead)).isEqualTo(full);
  }

  @Test
  void theBreachOfAnOlderAssignmentChangesNothing() throws Exception {
    floor.repWithCapacity(5);
    UUID second = floor.repWithCapacity(5);
    Incoming lead = qualifiedLead();
    UUID older = floor.assignmentOf(lead);
    breach(lead);
    floor.deliver(inbox, lead.breached(older, Commitment.FIRST_TOUCH));
    assertThat(floor.owner(lead)).isEqualTo(second);
    assertThat(causes(lead)).hasSize(2);
  }

  @Test
  void onlyThePromiseThatThePoolNamesCounts() throws Exception {
    UUID first = floor.repWithCapacity(5);
    floor.repWithCapacity(5);
    Incoming lead = qualifiedLead();
    UUID assignment = floor.assignmentOf(lead);
    floor.deliver(
        inbox,
        lead.breached(assignment, Commitment.ACCEPTANCE),
        lead.breached(assignment, Commitment.FOLLOW_UP));
    assertThat(floor.owner(lead)).isEqualTo(first);
  }

  @Test
  void aPoolThatNeverTakesBackLeavesLeadsWhereTheyAre() throws Exception {
    floor.pool("default", "take_back_on = 'NEVER'");
    UUID first = floor.repWithCapacity(5);
    floor.repWithCapacity(5);
    Incoming lead = qualifiedLead();
    breach(lead);
    assertThat(floor.owner(lead)).isEqualTo(first);
  }

  @Test
  void aTakenBackLeadGivesNoTurnBack() throws Exception {
    floor.repWithCapacity(5);
    floor.repWithCapacity(5);
    breach(qualifiedLead());
    assertThat(floor.db.query("select cause from ledger where cause = 'TURN_GIVEN_BACK'"))
        .isEmpty();
  }

  @Test
  void wonAndLostReleaseWhatIsStillOpen() throws Exception {
    UUID rep = floor.repWithCapacity(5);
    Incoming won = qualifiedLead();
    Incoming lost = qualifiedLead();
    floor.deliver(inbox, won.won(floor.assignmentOf(won)), lost.lost(floor.assignmentOf(lost)));
    assertThat(floor.open(rep)).isZero();
    assertThat(floor.db.query("select release_cause from assignment order by 1"))
        .containsExactly("LOST", "WON");
  }

  private enum Word {
    BREACHED,
    ERASED,
    RECYCLED
  }

  /** However they come, one after the other or together: released once, and counted right. */
  @Test
  void everyOrderOfBreachErasureAndEndingLeavesTheCountersRight() throws Exception {
    List<List<Word>> orders = new ArrayList<>();
    Permutations.of(List.of(Word.values()), orders::add);
    for (List<Word> order : orders) {
      for (boolean together : new boolean[] {true, false}) {
        floor = new RoutingFloor("routing_take_back");
        floor.pool("default", "take_back_on = 'EITHER', take_back_most = 1");
        inbox = floor.instance();
        floor.repWithCapacity(1);
        floor.repWithCapacity(1);
        Incoming lead = qualifiedLead();
        UUID assignment = floor.assignmentOf(lead);
        List<Incoming.Message> messages = new ArrayList<>();
        for (Word word : order) {
          messages.add(
              switch (word) {
                case BREACHED -> lead.breached(assignment, Commitment.ACCEPTANCE);
                case ERASED -> lead.erased();
                case RECYCLED -> lead.recycled(assignment);
              });
        }
        if (together) {
          floor.deliver(inbox, messages.toArray(Incoming.Message[]::new));
        } else {
          messages.forEach(message -> floor.deliver(inbox, message));
        }
        assertThat(floor.owners()).as("%s %s", order, together).isEmpty();
        assertThat(floor.held()).as("%s %s", order, together).isEmpty();
        assertThat(floor.miscounted()).as("%s %s", order, together).isEmpty();
        assertThat(floor.db.query("select cause from parked")).isEmpty();
      }
    }
  }
}
