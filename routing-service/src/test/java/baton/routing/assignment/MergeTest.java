package baton.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Cause;
import baton.eventlog.conformance.Permutations;
import baton.eventlog.inbox.Inbox;
import baton.routing.Incoming;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lead that turned out to be another one goes to nobody, unless it comes back by itself. */
class MergeTest {

  private static final Instant MERGED = Incoming.NINE.plusSeconds(60);
  private static final Instant AFTERWARDS = Incoming.NINE.plusSeconds(120);

  private RoutingFloor floor;
  private Inbox inbox;

  @BeforeEach
  void emptyFloor() {
    floor = new RoutingFloor("routing_merge");
    inbox = floor.instance();
  }

  @Test
  void itLeavesItsOwnerAndTheQueue() throws Exception {
    floor.repWithCapacity(1);
    Incoming owned = new Incoming();
    Incoming held = new Incoming();
    Incoming next = new Incoming();
    floor.deliver(inbox, owned.qualified(), held.qualified(), next.qualified());
    floor.deliver(inbox, held.superseded(MERGED), owned.superseded(MERGED));
    assertThat(floor.published(owned)).containsExactly("assigned", "released");
    assertThat(floor.db.one("select release_cause from assignment where released_at is not null"))
        .isEqualTo("MERGED");
    assertThat(floor.published(held)).containsExactly("held");
    assertThat(floor.published(next)).containsExactly("held", "assigned");
    assertThat(floor.miscounted()).isEmpty();
  }

  @Test
  void whatComesOfItLaterIsGiven() throws Exception {
    Incoming lead = new Incoming();
    UUID again = UuidCreator.getTimeOrderedEpoch();
    floor.deliver(inbox, lead.superseded(MERGED), lead.qualified());
    floor.deliver(inbox, lead.qualifiedBecauseOf(again, AFTERWARDS));
    assertThat(floor.published(lead)).containsExactly("held");
    floor.repWithCapacity(5);
    floor.assign().serveHeld(Cause.ofItself());
    assertThat(floor.db.query("select cycle_id from assignment")).containsExactly(again.toString());
  }

  /** Before and after the merge, with an owner and without. */
  @Test
  void everyOrderLeavesWhatCameAfterwards() throws Exception {
    for (int capacity : List.of(0, 5)) {
      int orders =
          Permutations.of(
              List.of(0, 1, 2),
              order -> {
                floor = new RoutingFloor("routing_merge");
                inbox = floor.instance();
                try {
                  floor.repWithCapacity(capacity);
                  Incoming lead = new Incoming();
                  UUID again = UuidCreator.getTimeOrderedEpoch();
                  for (int word : order) {
                    floor.deliver(
                        inbox,
                        switch (word) {
                          case 0 -> lead.qualified();
                          case 1 -> lead.superseded(MERGED);
                          default -> lead.qualifiedBecauseOf(again, AFTERWARDS);
                        });
                  }
                  assertThat(
                          floor.db.query(
                              "select cycle_id from assignment where released_at is null"
                                  + " union all select cycle_id from held"))
                      .as("capacity %d, order %s", capacity, order)
                      .containsExactly(again.toString());
                  assertThat(floor.miscounted()).isEmpty();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThat(orders).isEqualTo(6);
    }
  }

  @Test
  void anErasureIsForGoodAlsoAfterAMerge() throws Exception {
    floor.repWithCapacity(5);
    Incoming lead = new Incoming();
    floor.deliver(inbox, lead.erased(), lead.superseded(MERGED));
    floor.deliver(inbox, lead.qualifiedBecauseOf(UuidCreator.getTimeOrderedEpoch(), AFTERWARDS));
    assertThat(floor.owners()).isEmpty();
    assertThat(floor.held()).isEmpty();
  }
}
