package baton.qualification.decision;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import baton.eventlog.conformance.Permutations;
import baton.eventlog.conformance.SilentTally;
import baton.eventlog.inbox.Inbox;
import baton.eventlog.inbox.Patience;
import baton.qualification.Incoming;
import baton.qualification.Incoming.Message;
import baton.qualification.criteria.DefaultSet;
import baton.qualification.decision.messaging.LeadEvents;
import baton.qualification.decision.persistence.LeadTables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever order the topics are read in, the same cycles, decisions and events come of it. */
class OrderIndependenceTest {

  private static final UUID FIRST = new UUID(0x0189_0000_0000_7000L, 0x8000_0000_0000_0001L);
  private static final UUID SECOND = new UUID(0x0189_0000_0000_7000L, 0x8000_0000_0000_0002L);
  private static final UUID THIRD = new UUID(0x0189_0000_0000_7000L, 0x8000_0000_0000_0003L);
  private static final UUID FOURTH = new UUID(0x0189_0000_0000_7000L, 0x8000_0000_0000_0004L);

  private final Random random = new Random(42);
  private LogDatabase db;
  private Inbox inbox;

  @BeforeEach
  void inboxOverAnEmptyDatabase() {
    db = LogDatabase.fresh("qualification_order");
    QualifyLeads qualify =
        new QualifyLeads(
            new LeadTables(), connection -> DefaultSet.V1, db.log, db.clock(), made -> {});
    Patience none =
        (attempt, why) -> {
          throw new Patience.Exhausted(why);
        };
    inbox =
        new Inbox(db.transactions(), new LeadEvents(qualify), db.clock(), new SilentTally(), none);
  }

  /** A second cycle, a touchpoint while Sales had the first, and one that knocks out. */
  @Test
  void everyOrderOfTwoCyclesEndsInTheSameState() {
    Incoming lead = new Incoming();
    everyOrderEndsAlike(
        6,
        lead.received(FIRST, 0, Incoming.GOOD),
        lead.touchpoint(SECOND, 9, Incoming.NOTHING),
        lead.touchpoint(THIRD, 20, Incoming.GOOD),
        lead.touchpoint(FOURTH, 40, Incoming.THROW_AWAY),
        lead.recycled(FIRST, 10),
        lead.rejected(THIRD, 30));
    assertThat(db.query("select cycle_id || state || coalesce(ending, '') from cycle order by 1"))
        .containsExactly(FIRST + "NURTUREDRECYCLED", THIRD + "DISQUALIFIEDREJECTED");
    assertThat(db.query("select state from touchpoint order by number"))
        .containsExactly("DECIDED", "NOTED", "DECIDED", "DECIDED");
  }

  @Test
  void everyOrderOfAConversionThatFailsEndsInTheSameState() {
    Incoming lead = new Incoming();
    everyOrderEndsAlike(
        5,
        lead.received(FIRST, 0, Incoming.NOTHING),
        lead.touchpoint(SECOND, 5, Incoming.GOOD),
        lead.touchpoint(THIRD, 15, Incoming.NOTHING),
        lead.converted(SECOND, 10),
        lead.disqualified(SECOND, 15));
    assertThat(db.query("select cycle_id || state from cycle order by 1"))
        .containsExactly(FIRST + "NURTURED", SECOND + "DISQUALIFIED", THIRD + "OPEN");
  }

  /** Won in the end, touched while Sales had it and after; what was won stays won. */
  @Test
  void everyOrderOfAWonOpportunityEndsInTheSameState() {
    Incoming lead = new Incoming();
    everyOrderEndsAlike(
        6,
        lead.received(FIRST, 0, Incoming.GOOD),
        lead.touchpoint(SECOND, 5, Incoming.NOTHING),
        lead.touchpoint(THIRD, 30, Incoming.GOOD),
        lead.converted(FIRST, 10),
        lead.won(FIRST, 20),
        lead.lost(THIRD, 40));
    assertThat(db.query("select cycle_id || state from cycle order by 1"))
        .containsExactly(FIRST + "WON", THIRD + "LOST");
  }

  @Test
  void everyOrderOfAnErasureAfterTheEndLeavesTheEnd() {
    Incoming lead = new Incoming();
    everyOrderEndsAlike(
        5,
        lead.received(FIRST, 0, Incoming.GOOD),
        lead.touchpoint(SECOND, 5, Incoming.GOOD),
        lead.erased(20),
        lead.recycled(FIRST, 10),
        lead.rejected(FIRST, 12));
    assertThat(db.query("select state || ending from cycle")).containsExactly("NURTUREDRECYCLED");
    assertThat(db.query("select state from touchpoint order by number"))
        .containsExactly("DECIDED", "NOTED");
  }

  @Test
  void everyOrderOfAnErasureWhileSalesHasTheLeadEndsTheCycle() {
    Incoming lead = new Incoming();
    everyOrderEndsAlike(
        6,
        lead.received(FIRST, 0, Incoming.NOTHING),
        lead.touchpoint(SECOND, 5, Incoming.GOOD),
        lead.touchpoint(THIRD, 8, Incoming.GOOD),
        lead.erased(20),
        lead.converted(SECOND, 10),
        lead.recycled(SECOND, 25));
    assertThat(db.query("select cycle_id || state || coalesce(ending, '') from cycle order by 1"))
        .containsExactly(FIRST + "NURTURED", SECOND + "ERASEDERASED");
    assertThat(db.query("select state from touchpoint order by number"))
        .containsExactly("DECIDED", "DECIDED", "NOTED");
  }

  /** Only what came between an end and the erasure may be decided or not, by what is read first. */
  @Test
  void noOrderDecidesAnythingAfterTheErasureOrLeavesTheLeadWithSales() {
    Incoming lead = new Incoming();
    Set<List<String>> ends = new HashSet<>();
    afterEachOrder(
        List.of(),
        order -> {
          assertThat(db.query("select topic from waiting union all select cause from parked"))
              .as("after %s", order)
              .isEmpty();
          List<String> end =
              db.query(
                  "select t.state || c.state || c.ending from touchpoint t"
                      + " join cycle c using (cycle_id) order by number");
          end.add(db.one("select count(*) from event"));
          ends.add(end);
        },
        lead.received(FIRST, 0, Incoming.GOOD),
        lead.touchpoint(SECOND, 15, Incoming.GOOD),
        lead.erased(20),
        lead.recycled(FIRST, 10));
    assertThat(ends)
        .containsExactlyInAnyOrder(
            List.of("DECIDEDNURTUREDRECYCLED", "NOTEDNURTUREDRECYCLED", "1"),
            List.of("DECIDEDNURTUREDRECYCLED", "DECIDEDERASEDERASED", "2"));
  }

  /**
   * Sales had the one and marketing the other; what the person does then is judged by all of it.
   */
  @Test
  void everyOrderOfAMergeEndsInTheSameState() {
    Incoming survivor = new Incoming();
    Incoming other = new Incoming();
    everyOrderEndsAlike(
        6,
        survivor.received(FIRST, 0, Incoming.NOTHING),
        other.received(SECOND, 5, Incoming.GOOD),
        other.superseded(survivor, 20),
        survivor.merged(other, true, 20),
        survivor.touchpoint(THIRD, 20, Incoming.NOTHING),
        other.recycled(SECOND, 25));
    assertThat(db.query("select cycle_id || state || coalesce(ending, '') from cycle order by 1"))
        .containsExactly(FIRST + "NURTURED", SECOND + "MERGEDMERGED", THIRD + "OPEN");
    assertThat(
            db.one("select facts ->> 'company' from lead where lead_id = '" + survivor.lead + "'"))
        .isEqualTo("Halden Pumps");
  }

  /**
   * What the survivor adopts is what the other was then, whatever that does when it is itself
   * again.
   */
  @Test
  void everyOrderOfWhatBothDoAroundAMergeEndsInTheSameState() {
    Incoming survivor = new Incoming();
    Incoming other = new Incoming();
    everyOrderEndsAlikeBehind(
        List.of(
            survivor.received(FIRST, 0, Incoming.NOTHING),
            other.received(SECOND, 5, Incoming.NOTHING)),
        other.superseded(survivor, 20),
        survivor.merged(other, true, 20),
        survivor.touchpoint(THIRD, 20, Incoming.NOTHING),
        survivor.unmerged(other, 30),
        other.touchpoint(FOURTH, 40, Incoming.GOOD));
    assertThat(db.query("select cycle_id || state || coalesce(ending, '') from cycle order by 1"))
        .containsExactly(FIRST + "NURTURED", SECOND + "NURTURED", FOURTH + "OPEN");
  }

  @Test
  void everyOrderOfAMergeAfterTheEndLeavesTheEnd() {
    Incoming survivor = new Incoming();
    Incoming other = new Incoming();
    everyOrderEndsAlike(
        5,
        survivor.received(FIRST, 0, Incoming.NOTHING),
        other.received(SECOND, 5, Incoming.GOOD),
        other.superseded(survivor, 20),
        survivor.merged(other, false, 20),
        other.recycled(SECOND, 10));
    assertThat(db.query("select cycle_id || state || coalesce(ending, '') from cycle order by 1"))
        .containsExactly(FIRST + "NURTURED", SECOND + "NURTUREDRECYCLED");
  }

  /** Each is itself again: what the one had from the other is gone, and the other is judged. */
  @Test
  void everyOrderOfAMergeThatIsUndoneEndsInTheSameState() {
    Incoming survivor = new Incoming();
    Incoming other = new Incoming();
    everyOrderEndsAlike(
        6,
        survivor.received(FIRST, 0, Incoming.NOTHING),
        other.received(SECOND, 5, Incoming.GOOD),
        other.superseded(survivor, 20),
        survivor.merged(other, true, 20),
        survivor.unmerged(other, 30),
        other.touchpoint(THIRD, 40, Incoming.NOTHING));
    assertThat(db.query("select cycle_id || state || coalesce(ending, '') from cycle order by 1"))
        .containsExactly(FIRST + "NURTURED", SECOND + "MERGEDMERGED", THIRD + "OPEN");
    assertThat(
            db.query(
                "select facts ->> 'company' from lead where lead_id = '" + survivor.lead + "'"))
        .containsOnlyNulls();
  }

  /** All permutations, each cut into random batches, each record twice at random distance. */
  private void everyOrderEndsAlike(int size, Message... story) {
    everyOrderEndsAlikeBehind(List.of(), story);
    assertThat(story).hasSize(size);
  }

  /** The same behind what is read first. */
  private void everyOrderEndsAlikeBehind(List<Message> first, Message... story) {
    List<String> expected = new ArrayList<>();
    afterEachOrder(
        first,
        order -> {
          List<String> state = state();
          if (expected.isEmpty()) {
            expected.addAll(state);
          }
          assertThat(state).as("after %s", order).isEqualTo(expected);
        },
        story);
  }

  private void afterEachOrder(
      List<Message> first, Consumer<List<Message>> check, Message... story) {
    int orders =
        Permutations.of(
            List.of(story),
            order -> {
              forgetEverything();
              deliver(first);
              deliver(order);
              check.accept(order);
            });
    assertThat(orders).isEqualTo(factorial(story.length));
  }

  private void deliver(List<Message> order) {
    List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      batch.add(order.get(i).read());
      batch.add(order.get(random.nextInt(i + 1)).read());
      if (random.nextBoolean()) {
        inbox.accept(batch);
        batch.clear();
      }
    }
    inbox.accept(batch);
  }

  private void forgetEverything() {
    db.execute(
        "delete from merged_lead; delete from subject; delete from position; delete from waiting; delete from event;"
            + "delete from lead; delete from cycle; delete from touchpoint; delete from decision");
  }

  private List<String> state() {
    List<String> state = new ArrayList<>();
    for (String table :
        List.of("lead", "cycle", "touchpoint", "merged_lead", "waiting", "parked")) {
      state.addAll(db.query("select to_jsonb(t)::text from " + table + " t order by 1"));
    }
    state.addAll(db.query("select (to_jsonb(t) - 'decision_id')::text from decision t order by 1"));
    state.addAll(
        db.query(
            "select sequence || type || (convert_from(payload, 'UTF8')::jsonb - 'decisionId')"
                + " from event order by subject, sequence"));
    state.addAll(db.query("select topic || sequence from position order by 1"));
    return state;
  }

  private static int factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }
}
