package baton.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Cause;
import baton.eventlog.conformance.Permutations;
import baton.eventlog.inbox.Inbox;
import baton.routing.Incoming;
import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lead that was erased has no owner and waits for none, in whatever order that becomes known. */
class ErasureTest {

  private RoutingFloor floor;
  private Inbox inbox;

  @BeforeEach
  void emptyFloor() {
    floor = new RoutingFloor("routing_erasure");
    inbox = floor.instance();
  }

  private Incoming qualifiedLead() {
    Incoming lead = new Incoming();
    floor.deliver(inbox, lead.qualified());
    return lead;
  }

  @Test
  void anErasedLeadLeavesItsOwnerAndTheOneThatWaitedLongestIsServedInTheSameTransaction()
      throws Exception {
    floor.repWithCapacity(1);
    Incoming owned = qualifiedLead();
    Incoming waiting = qualifiedLead();
    floor.deliver(inbox, owned.erased());
    assertThat(floor.published(owned)).containsExactly("assigned", "released");
    assertThat(floor.db.one("select release_cause from assignment where released_at is not null"))
        .isEqualTo("ERASED");
    assertThat(floor.published(waiting)).containsExactly("held", "assigned");
    assertThat(
            floor.db.one(
                "select count(distinct xid) from event where type = 'baton.lead.released.v1'"
                    + " or type = 'baton.lead.assigned.v1' and subject = '"
                    + waiting.lead
                    + "'"))
        .isEqualTo("1");
    assertThat(floor.miscounted()).isEmpty();
  }

  /** Whoever does not understand an erasure must not pass over it, and nothing else may stop. */
  @Test
  void anErasureInAVersionThatIsNotKnownParksAndTheNextLeadIsGiven() throws Exception {
    floor.repWithCapacity(5);
    Incoming erased = qualifiedLead();
    ConsumerRecord<String, byte[]> record = erased.erased().read();
    record.headers().remove("ce_type");
    record.headers().add("ce_type", "baton.lead.erased.v9".getBytes(StandardCharsets.UTF_8));
    inbox.accept(List.of(record));

    assertThat(floor.db.query("select type from parked where resolved_at is null"))
        .containsExactly("baton.lead.erased.v9");
    assertThat(floor.published(qualifiedLead())).containsExactly("assigned");
  }

  @Test
  void eachOpenCycleOfAnErasedLeadEnds() throws Exception {
    floor.repWithCapacity(5);
    Incoming lead = qualifiedLead();
    floor.deliver(inbox, lead.qualified(UuidCreator.getTimeOrderedEpoch()));
    floor.deliver(inbox, lead.erased());
    assertThat(floor.owners()).isEmpty();
    assertThat(floor.published(lead))
        .containsExactly("assigned", "assigned", "released", "released");
    assertThat(floor.miscounted()).isEmpty();
  }

  @Test
  void anErasedLeadThatWaitsLeavesTheQueue() throws Exception {
    Incoming erased = qualifiedLead();
    Incoming other = qualifiedLead();
    floor.deliver(inbox, erased.erased());
    floor.repWithCapacity(5);
    floor.assign().serveHeld(Cause.ofItself());
    assertThat(floor.held()).isEmpty();
    assertThat(floor.published(erased)).containsExactly("held");
    assertThat(floor.published(other)).containsExactly("held", "assigned");
  }

  @Test
  void anErasedLeadThatIsQualifiedAfterwardsIsNeitherAssignedNorHeld() throws Exception {
    Incoming lead = new Incoming();
    floor.deliver(inbox, lead.erased());
    floor.deliver(inbox, lead.qualified());
    floor.repWithCapacity(5);
    floor.deliver(inbox, lead.qualified(UuidCreator.getTimeOrderedEpoch()));
    assertThat(floor.held()).isEmpty();
    assertThat(floor.owners()).isEmpty();
    assertThat(floor.published(lead)).isEmpty();
  }

  @Test
  void theEndingOfAnAssignmentThatErasureEndedFreesNothingMore() throws Exception {
    floor.repWithCapacity(2);
    Incoming lead = qualifiedLead();
    UUID assignment = floor.assignmentOf(lead);
    floor.deliver(inbox, lead.erased());
    floor.deliver(inbox, lead.recycled(assignment), lead.converted(assignment));
    assertThat(floor.published(lead)).containsExactly("assigned", "released");
    assertThat(floor.db.query("select cause from parked")).isEmpty();
    assertThat(floor.miscounted()).isEmpty();
  }

  /** What may be read of a lead, an ending after the assignment that it names. */
  private enum Word {
    QUALIFIED,
    ERASED,
    RECYCLED,
    QUALIFIED_AGAIN
  }

  /**
   * All orders of the topics, in random batches and with repetitions, with an owner and without:
   * nobody has the lead in the end, nothing was released twice, and the rest goes on.
   */
  @Test
  void everyOrderOfTheTopicsLeavesNothingOfAnErasedLead() throws Exception {
    List<List<Word>> orders = new ArrayList<>();
    assertThat(Permutations.of(List.of(Word.values()), orders::add)).isEqualTo(24);
    Random random = new Random(7);
    for (List<Word> order : orders) {
      for (int capacity = 0; capacity <= 1; capacity++) {
        floor = new RoutingFloor("routing_erasure");
        inbox = floor.instance();
        floor.repWithCapacity(capacity);
        Incoming erased = tell(order, random);
        Incoming next = qualifiedLead();
        List<String> published = floor.published(erased);
        assertThat(floor.db.query("select lead_id from assignment where released_at is null"))
            .as("owned after %s", order)
            .isEqualTo(capacity == 1 ? List.of(next.lead.toString()) : List.of());
        assertThat(floor.db.query("select lead_id from held"))
            .as("held after %s", order)
            .isEqualTo(capacity == 0 ? List.of(next.lead.toString()) : List.of());
        assertThat(Collections.frequency(published, "released"))
            .as("releases after %s", order)
            .isEqualTo(Collections.frequency(published, "assigned"));
        assertThat(floor.miscounted()).as("after %s", order).isEmpty();
        assertThat(floor.db.query("select cause from parked")).as("after %s", order).isEmpty();
        assertThat(floor.db.query("select lead_id from withdrawn_lead"))
            .containsExactly(erased.lead.toString());
      }
    }
  }

  /** An ending that names no assignment cannot have been said: it is told once there is one. */
  private Incoming tell(List<Word> order, Random random) {
    Incoming lead = new Incoming();
    List<Incoming.Message> batch = new ArrayList<>();
    for (Word word : order) {
      switch (word) {
        case QUALIFIED -> batch.add(lead.qualified());
        case QUALIFIED_AGAIN -> batch.add(lead.qualified(UuidCreator.getTimeOrderedEpoch()));
        case ERASED -> batch.add(lead.erased());
        case RECYCLED -> {
          deliver(batch);
          floor
              .db
              .query("select assignment_id from assignment where lead_id = '" + lead.lead + "'")
              .forEach(id -> batch.add(lead.recycled(UUID.fromString(id))));
        }
      }
      if (random.nextBoolean()) {
        deliver(batch);
      }
    }
    deliver(batch);
    return lead;
  }

  private void deliver(List<Incoming.Message> batch) {
    floor.deliver(inbox, batch.toArray(Incoming.Message[]::new));
    floor.deliver(inbox, batch.toArray(Incoming.Message[]::new));
    batch.clear();
  }
}
