package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Transactions;
import baton.eventlog.conformance.BlocksTouched;
import baton.events.activity.Disposition;
import baton.events.routing.ReleaseCause;
import baton.followup.Story;
import baton.followup.names.LeadTraits;
import baton.followup.worklist.OpenAssignments;
import baton.followup.worklist.Worklist;
import baton.followup.worklist.Worklist.Item;
import baton.followup.worklist.Worklist.Priority;
import baton.followup.worklist.Worklists;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a rep is shown to have, of all that is known. */
class WorklistTest {

  private static final Instant NINE = Story.NINE;

  private final TrackerFloor floor = new TrackerFloor();
  private final UUID sam = UUID.randomUUID();

  private Worklists worklists(Transactions transactions) {
    return new Worklists(
        transactions,
        new OpenAssignments(),
        floor.rosterStore,
        floor.calendars,
        new LeadTraits(floor.db.dataSource()),
        floor.db.clock);
  }

  private Worklist list() throws SQLException {
    return worklists(floor.db.transactions()).of(sam).orElseThrow();
  }

  /** Assigned to Sam so many minutes after nine. */
  private Story assigned(int minutes) {
    Story story = new Story(NINE.plus(Duration.ofMinutes(minutes)), sam);
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    return story;
  }

  @Test
  void whatIsLateComesFirstThenWhatIsDueThenWhatWaitsForAnOutcome() throws SQLException {
    Story touched = assigned(0);
    floor.accept(touched.called(1));
    Story converted = assigned(10);
    floor.accept(converted.outcome(1, Disposition.CONVERTED));
    floor.accept(converted.released(ReleaseCause.CONVERTED));
    Story late = assigned(20);
    Story accepted = assigned(30);
    floor.accept(accepted.accepted(1));
    Story fresh = assigned(200);
    ended();
    floor.passTo("2026-03-02T14:00:00Z");

    Worklist list = list();

    assertThat(list.items())
        .extracting(Item::leadId)
        .containsExactly(late.lead, fresh.lead, accepted.lead, touched.lead, converted.lead);
    assertThat(list.items())
        .extracting(Item::priority)
        .containsExactly(
            Priority.LATE, Priority.DUE, Priority.DUE, Priority.WORKING, Priority.WORKING);
    assertThat(list.items())
        .extracting(Item::stage)
        .containsExactly("ASSIGNED", "ASSIGNED", "ACCEPTED", "TOUCHED", "CONVERTED");
    assertThat(list.total()).isEqualTo(5);
    assertThat(list.repName()).isEqualTo("Sam");
    assertThat(list.zone()).isEqualTo("Europe/Berlin");
    assertThat(list.atWork()).isTrue();
    assertThat(list.at()).isEqualTo("2026-03-02T14:00:00Z");
  }

  /** Refused, taken back, won, erased, of somebody else: none of it is open. */
  private void ended() {
    Story refused = assigned(40);
    floor.accept(refused.rejected(1), refused.released());
    Story refusedJustNow = assigned(41);
    floor.accept(refusedJustNow.rejected(1));
    Story taken = assigned(42);
    floor.accept(taken.released(ReleaseCause.TAKEN_BACK));
    Story won = assigned(43);
    floor.accept(won.outcome(1, Disposition.CONVERTED), won.released(ReleaseCause.CONVERTED));
    floor.accept(won.outcome(20, Disposition.WON));
    Story erased = assigned(44);
    floor.accept(erased.erased(1));
    Story ofBen = new Story(NINE);
    floor.accept(ofBen.received(), ofBen.qualified(), ofBen.rep(), ofBen.assigned());
  }

  @Test
  void itSaysWhyTheLeadIsReadyAndWhyItIsThisReps() throws SQLException {
    assigned(0);

    Item item = list().items().get(0);

    assertThat(item.reasons()).containsExactly("Meets everything.");
    assertThat(item.why()).containsExactly("It was Sam's turn.");
    assertThat(item.score()).isEqualTo(50);
    assertThat(item.grade()).isEqualTo("A");
    assertThat(List.of(item.company(), item.title(), item.country()))
        .containsExactly("Example", "Buyer", "DE");
  }

  @Test
  void theTimeThatIsLeftIsTheWorkingTimeOfTheRep() throws SQLException {
    floor.db.clock.set(NINE.plusSeconds(3));
    Story story = new Story(NINE, sam);
    floor.accept(
        story.received(), story.qualified(), Story.rep(sam, 3, Map.of(), NINE, "Europe/London"));
    floor.accept(story.assigned());
    floor.db.clock.set(NINE.plus(Duration.ofHours(1)));

    Item item = list().items().get(0);

    assertThat(item.deadlines())
        .extracting(Worklist.Due::workingTimeLeft)
        .containsExactly(Duration.ofHours(3).plusSeconds(2), Duration.ofHours(23).plusSeconds(2));
    assertThat(item.deadlines())
        .extracting(due -> due.kind() + " " + due.state() + " " + due.dueAt())
        .containsExactly(
            "ACCEPTANCE OPEN 2026-03-02T13:00:02Z", "FIRST_TOUCH OPEN 2026-03-23T09:00:02Z");
    assertThat(list().atWork()).isTrue();
    floor.db.clock.set(NINE.plus(Duration.ofHours(9)));
    assertThat(list().atWork()).isFalse();
    assertThat(list().items().get(0).deadlines().get(0).workingTimeLeft())
        .as("past, and not looked at by the clock yet")
        .isEqualTo(Duration.ZERO);
    assertThat(list().items().get(0).priority()).isEqualTo(Priority.LATE);
    floor.passTo("2026-03-02T18:00:00Z");
    assertThat(list().items().get(0).deadlines().get(0).workingTimeLeft()).isNull();
  }

  @Test
  void aRepWhoIsNotKnownHasNone() throws SQLException {
    assertThat(worklists(floor.db.transactions()).of(UUID.randomUUID())).isEmpty();
  }

  @Test
  void whatOthersHaveAndWhatTheRepOnceHadCostsNothing() throws SQLException {
    assigned(0);
    ManyLeads.store(floor.db, 1_000);
    long few = blocks();
    ManyLeads.store(floor.db, 10_000);
    long many = blocks();

    assertThat(few).isPositive();
    // Each index that is looked into may have grown by a level.
    assertThat(many).isLessThanOrEqualTo(few + few / 2);
  }

  private long blocks() throws SQLException {
    floor.db.execute("update assignment set rep_id = '" + sam + "' where released_at is not null");
    floor.db.execute("vacuum analyze assignment");
    List<String> tables =
        List.of("assignment", "cycle", "commitment", "fact", "rep", "rep_version");
    try (BlocksTouched blocks = new BlocksTouched(floor.db, tables)) {
      Worklists lists = worklists(blocks.transactions());
      lists.of(sam);
      long before = blocks.count();
      for (int i = 0; i < 20; i++) {
        assertThat(lists.of(sam).orElseThrow().total()).isEqualTo(1);
      }
      return (blocks.count() - before) / 20;
    }
  }
}
