package baton.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Cause;
import baton.eventlog.inbox.Inbox;
import baton.http.digest.Sha256;
import baton.routing.Incoming;
import baton.routing.assignment.GiveLead.Given;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person gives a lead to a rep. */
class GiveLeadTest {

  private RoutingFloor floor;
  private Inbox inbox;

  @BeforeEach
  void emptyFloor() {
    floor = new RoutingFloor("routing_give");
    inbox = floor.instance();
  }

  private Incoming qualifiedLead() {
    Incoming lead = new Incoming();
    floor.deliver(inbox, lead.qualified());
    return lead;
  }

  private Given give(Incoming lead, UUID rep, boolean beyond, String key) throws Exception {
    ManualRequest request =
        new ManualRequest(Sha256.of(key), Sha256.of(lead.lead + " " + rep + beyond));
    return floor
        .giveLead()
        .give(new ManualOrder(lead.lead, null, rep, beyond, request, Cause.ofItself()));
  }

  @Test
  void theFormerOwnerLosesItAndIsOwedTheTurn() throws Exception {
    UUID first = floor.repWithCapacity(5);
    UUID second = floor.repWithCapacity(5);
    Incoming lead = qualifiedLead();
    assertThat(give(lead, second, false, "k")).isInstanceOf(Given.Done.class);
    assertThat(floor.owner(lead)).isEqualTo(second);
    assertThat(floor.open(first)).isZero();
    assertThat(floor.published(lead)).containsExactly("assigned", "released", "assigned");
    assertThat(floor.db.query("select cause from ledger where rep_id = '" + first + "'"))
        .containsExactly("JOINED", "TURN_GIVEN_BACK");
    assertThat(floor.db.one("select rule is null from assignment where cause = 'MANUAL'"))
        .isEqualTo("t");
    assertThat(floor.miscounted()).isEmpty();
  }

  @Test
  void afterTheFirstTouchNoTurnIsGivenBack() throws Exception {
    floor.repWithCapacity(5);
    UUID second = floor.repWithCapacity(5);
    Incoming lead = qualifiedLead();
    floor.deliver(inbox, lead.firstTouch(floor.assignmentOf(lead)));
    give(lead, second, false, "k");
    assertThat(floor.db.query("select cause from ledger where cause = 'TURN_GIVEN_BACK'"))
        .isEmpty();
  }

  @Test
  void aRepetitionIsAnsweredWithTheSameAssignmentAndAnotherRequestIsRefused() throws Exception {
    UUID first = floor.repWithCapacity(5);
    UUID second = floor.repWithCapacity(5);
    Incoming lead = qualifiedLead();
    Given.Done once = (Given.Done) give(lead, second, false, "k");
    Given.Done again = (Given.Done) give(lead, second, false, "k");
    assertThat(again).isEqualTo(new Given.Done(once.assignmentId(), true));
    assertThat(give(lead, first, false, "k")).isInstanceOf(Given.KeyReused.class);
    assertThat(floor.owner(lead)).isEqualTo(second);
  }

  @Test
  void capacityIsKeptUnlessThePersonSaysOtherwise() throws Exception {
    floor.repWithCapacity(5);
    UUID full = floor.repWithCapacity(0);
    Incoming lead = qualifiedLead();
    assertThat(give(lead, full, false, "k")).isInstanceOf(Given.Refused.class);
    assertThat(give(lead, full, true, "l")).isInstanceOf(Given.Done.class);
    assertThat(floor.owner(lead)).isEqualTo(full);
    assertThat(floor.db.one("select reasons from assignment where cause = 'MANUAL'"))
        .contains("beyond what was agreed");
  }

  @Test
  void aLeadThatWaitsLeavesTheQueueAndOneWhoseCapacityIsFreedIsServed() throws Exception {
    UUID rep = floor.repWithCapacity(1);
    UUID other = floor.repWithCapacity(0);
    Incoming owned = qualifiedLead();
    Incoming waiting = qualifiedLead();
    give(owned, other, true, "k");
    assertThat(floor.owner(waiting)).isEqualTo(rep);
    Incoming third = qualifiedLead();
    give(third, other, true, "l");
    assertThat(floor.held()).isEmpty();
    assertThat(floor.owner(third)).isEqualTo(other);
  }

  @Test
  void nobodyAwayGetsItAndNothingThatIsNotHereIsGiven() throws Exception {
    floor.repWithCapacity(5);
    UUID inactive = floor.rep(false, 5, null, "UTC", "[]");
    Incoming lead = qualifiedLead();
    assertThat(give(lead, inactive, true, "a")).isInstanceOf(Given.Refused.class);
    assertThat(give(lead, floor.owner(lead), true, "b")).isInstanceOf(Given.Refused.class);
    assertThat(give(lead, UuidCreator.getTimeOrderedEpoch(), true, "c"))
        .isInstanceOf(Given.NoSuchRep.class);
    assertThat(give(new Incoming(), floor.owner(lead), true, "d"))
        .isInstanceOf(Given.NothingToGive.class);
    floor.deliver(inbox, lead.erased());
    assertThat(give(lead, inactive, true, "e")).isInstanceOf(Given.Erased.class);
  }
}
