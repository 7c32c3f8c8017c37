package baton.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Cause;
import baton.eventlog.inbox.Inbox;
import baton.events.followup.Commitment;
import baton.routing.Incoming;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An outcome that was published while the lead was being taken from its owner: it ended the cycle,
 * whoever has the lead by now.
 */
class OvertakenOutcomeTest {

  private RoutingFloor floor;
  private Inbox inbox;
  private UUID first;
  private UUID next;
  private Incoming lead;
  private UUID assignment;

  @BeforeEach
  void aLeadOfTheFirstOfTwo() throws Exception {
    floor = new RoutingFloor("routing_overtaken");
    floor.pool("default", "take_back_on = 'FIRST_TOUCH', take_back_most = 1");
    inbox = floor.instance();
    first = floor.repWithCapacity(5);
    next = floor.repWithCapacity(5);
    lead = new Incoming();
    floor.deliver(inbox, lead.qualified());
    assignment = floor.assignmentOf(lead);
  }

  private Incoming.Message breach() {
    return lead.breached(assignment, Commitment.FIRST_TOUCH);
  }

  private void expectNobodyHasIt() {
    assertThat(floor.owners()).isEmpty();
    assertThat(floor.held()).isEmpty();
    assertThat(floor.open(first)).isZero();
    assertThat(floor.open(next)).isZero();
    assertThat(floor.miscounted()).isEmpty();
    assertThat(floor.db.query("select cause from parked")).isEmpty();
  }

  @Test
  void theNextOwnerIsRelievedOfItAndOwedATurn() {
    floor.deliver(inbox, breach());
    assertThat(floor.owner(lead)).isEqualTo(next);
    floor.deliver(inbox, lead.recycled(assignment));
    expectNobodyHasIt();
    assertThat(floor.db.query("select release_cause from assignment order by attempt"))
        .containsExactly("TAKEN_BACK", "RECYCLED");
    assertThat(floor.published(lead))
        .containsExactly("assigned", "released", "assigned", "released");
    assertThat(floor.db.query("select rep_id from ledger where cause = 'TURN_GIVEN_BACK'"))
        .containsExactly(next.toString());
  }

  @Test
  void whoeverMadeTheFirstTouchIsOwedNoTurn() {
    floor.deliver(inbox, breach());
    floor.deliver(inbox, lead.firstTouch(floor.assignmentOf(lead)));
    floor.deliver(inbox, lead.rejected(assignment));
    expectNobodyHasIt();
    assertThat(floor.db.query("select rep_id from ledger where cause = 'TURN_GIVEN_BACK'"))
        .isEmpty();
  }

  @Test
  void aLeadThatWaitsForAManagerWaitsNoMore() throws Exception {
    floor.pool("default", "take_back_most = 0");
    floor.deliver(inbox, breach());
    assertThat(floor.held()).containsExactly("NO_MANAGER");
    floor.deliver(inbox, lead.converted(assignment));
    expectNobodyHasIt();
    floor.manager(first, next);
    floor.escalateHeld().escalate(Cause.ofItself());
    expectNobodyHasIt();
  }

  @Test
  void aLeadThatWaitsForRoomIsNotServedByTheRoomThatItsOwnEndMakes() {
    floor.db.execute("update rep set capacity = 1");
    Incoming other = new Incoming();
    floor.deliver(inbox, other.qualified());
    floor.deliver(inbox, breach());
    assertThat(floor.held()).containsExactly("NO_CAPACITY");
    floor.deliver(inbox, lead.recycled(assignment), other.recycled(floor.assignmentOf(other)));
    expectNobodyHasIt();
  }

  @Test
  void readTogetherTheOutcomeGoesBeforeTheBreach() {
    floor.deliver(inbox, breach(), lead.lost(assignment));
    expectNobodyHasIt();
    assertThat(floor.db.query("select release_cause from assignment")).containsExactly("LOST");
  }

  @Test
  void anotherCycleOfTheLeadStaysWhereItIs() {
    floor.deliver(inbox, lead.converted(assignment));
    floor.deliver(inbox, lead.qualified(UUID.randomUUID()));
    UUID owner = floor.owner(lead);
    floor.deliver(inbox, lead.won(assignment));
    assertThat(floor.owner(lead)).isEqualTo(owner);
  }
}
