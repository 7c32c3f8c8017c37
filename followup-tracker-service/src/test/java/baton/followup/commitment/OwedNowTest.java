package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Transactions;
import baton.eventlog.conformance.BlocksTouched;
import baton.events.routing.ReleaseCause;
import baton.followup.Story;
import baton.followup.balance.CycleBalances;
import baton.followup.commitment.domain.CycleState;
import baton.followup.commitment.domain.Deadline;
import baton.followup.names.LeadTraits;
import baton.followup.names.RepNames;
import baton.followup.owed.Owed;
import baton.followup.owed.OwedLeads;
import baton.followup.owed.OwedLeads.Place;
import baton.followup.owed.OwedLeads.Placed;
import baton.followup.owed.OwedLeads.Which;
import baton.followup.owed.OwedNow;
import baton.followup.policy.domain.FollowUpPolicy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody owes still, of all deadlines that there were. */
class OwedNowTest {

  private static final Instant NINE = Story.NINE;

  private final TrackerFloor floor = new TrackerFloor();

  /** Four hours to accept, a day to touch, and the lead's clock after one and three days. */
  @BeforeEach
  void begin() {
    floor.db.clock.set(NINE);
    floor.begin(FollowUpPolicy.initial(Duration.ofHours(4), Duration.ofHours(24)));
  }

  private OwedNow owed(Transactions transactions) {
    return new OwedNow(
        transactions,
        new CycleBalances(transactions),
        new RepNames(floor.db.dataSource()),
        new LeadTraits(floor.db.dataSource()),
        floor.db.clock);
  }

  private Owed look() throws SQLException {
    return owed(floor.db.transactions()).look();
  }

  private Story assigned(Duration after) {
    Instant start = NINE.plus(after);
    floor.db.clock.set(start.plusSeconds(5));
    Story story = new Story(start);
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    return story;
  }

  private static List<String> open(Owed owed) {
    return owed.open().stream()
        .map(one -> one.kind() + " " + one.count() + " " + one.dueWithinHour())
        .toList();
  }

  private static List<String> late(Owed owed) {
    return owed.late().stream().map(one -> one.kind() + " " + one.count()).toList();
  }

  @Test
  void nothingIsOwedAboutNothing() throws SQLException {
    assertThat(open(look())).containsExactly("ACCEPTANCE 0 0", "FIRST_TOUCH 0 0", "FOLLOW_UP 0 0");
    assertThat(late(look())).containsExactly("ACCEPTANCE 0", "FIRST_TOUCH 0", "FOLLOW_UP 0");
    assertThat(look().cycles())
        .containsOnlyKeys(CycleState.open())
        .allSatisfy((state, count) -> assertThat(count).isZero());
  }

  @Test
  void ofTwoCheckpointsOneTouchIsOwed() throws SQLException {
    Story story = assigned(Duration.ZERO);

    Owed owed = look();

    assertThat(open(owed)).containsExactly("ACCEPTANCE 1 0", "FIRST_TOUCH 1 0", "FOLLOW_UP 1 0");
    assertThat(owed.next())
        .extracting(Owed.Entry::kind)
        .containsExactly("ACCEPTANCE", "FOLLOW_UP", "FIRST_TOUCH");
    assertThat(owed.next().get(0).kind()).isEqualTo("ACCEPTANCE");
    assertThat(owed.next().get(0).leadId()).isEqualTo(story.lead);
    assertThat(owed.next().get(0).repName()).isEqualTo("Sam");
    assertThat(owed.next().get(0).company()).isEqualTo("Example");
    assertThat(owed.next().get(0).campaign()).isEqualTo("spring");
    assertThat(owed.next().get(0).grade()).isEqualTo("A");
    assertThat(owed.cycles()).containsEntry(CycleState.ASSIGNED, 1L);
    floor.db.clock.set(NINE.plus(Duration.ofHours(3)).plusSeconds(2));
    assertThat(open(look())).as("an hour left").contains("ACCEPTANCE 1 1");
  }

  @Test
  void lateIsWhatIsOwedStillAndNotWhatWasMadeGoodOrEnded() throws SQLException {
    Story silent = assigned(Duration.ZERO);
    Story touchedLate = assigned(Duration.ofMinutes(1));
    Story takenBack = assigned(Duration.ofMinutes(2));
    Story erased = assigned(Duration.ofMinutes(3));
    Story refusedLate = assigned(Duration.ofMinutes(4));
    floor.passTo("2026-03-02T14:30:00Z");
    assertThat(late(look())).containsExactly("ACCEPTANCE 5", "FIRST_TOUCH 0", "FOLLOW_UP 0");

    floor.accept(touchedLate.called(300));
    floor.accept(takenBack.released(ReleaseCause.TAKEN_BACK));
    floor.accept(erased.erased(310));
    floor.accept(refusedLate.rejected(320));

    assertThat(late(look())).containsExactly("ACCEPTANCE 1", "FIRST_TOUCH 0", "FOLLOW_UP 0");
    assertThat(look().lateNow())
        .extracting(entry -> entry.leadId() + " " + entry.kind() + " " + entry.dueAt())
        .containsExactly(silent.lead + " ACCEPTANCE 2026-03-02T13:00:02Z");
  }

  @Test
  void aLeadThatIsHeldOwesToNobodyInParticularAndTheNewestLateComesFirst() throws SQLException {
    Story held = new Story();
    floor.accept(held.received(), held.qualified(), held.held());
    Story silent = assigned(Duration.ofHours(1));
    floor.passTo("2026-03-03T10:30:00Z");

    Owed owed = look();

    assertThat(late(owed)).containsExactly("ACCEPTANCE 1", "FIRST_TOUCH 1", "FOLLOW_UP 2");
    assertThat(owed.lateNow())
        .extracting(Owed.Entry::kind)
        .containsExactly("FIRST_TOUCH", "FOLLOW_UP", "FOLLOW_UP", "ACCEPTANCE");
    assertThat(owed.lateNow().get(0).leadId()).isEqualTo(silent.lead);
    assertThat(owed.lateNow().get(2).leadId()).isEqualTo(held.lead);
    assertThat(owed.lateNow().get(2).repId()).isNull();
    assertThat(owed.cycles()).containsEntry(CycleState.HELD, 1L);
  }

  @Test
  void behindEachNumberAreAsManyLeads() throws SQLException {
    Story held = new Story();
    floor.accept(held.received(), held.qualified(), held.held());
    for (int i = 0; i < 7; i++) {
      assigned(Duration.ofHours(1 + i));
    }
    floor.passTo("2026-03-02T14:30:00Z");
    Owed owed = look();

    for (Owed.Open open : owed.open()) {
      assertThat(behind(open.kind(), Which.OPEN)).as(open.toString()).hasSize((int) open.count());
      assertThat(behind(open.kind(), Which.SOON)).hasSize((int) open.dueWithinHour());
    }
    for (Owed.Late late : owed.late()) {
      assertThat(behind(late.kind(), Which.LATE)).as(late.toString()).hasSize((int) late.count());
    }
    assertThat(behind("ACCEPTANCE", Which.LATE)).isNotEmpty().isSortedAccordingTo(BY_DUE);
    assertThat(behind("ACCEPTANCE", Which.LATE).get(0).repName()).isEqualTo("Sam");
    assertThat(behind("ACCEPTANCE", Which.LATE).get(0).company()).isEqualTo("Example");
  }

  private static final Comparator<Owed.Entry> BY_DUE = Comparator.comparing(Owed.Entry::dueAt);

  /** Read two at a time. */
  private List<Owed.Entry> behind(String kind, Which which) throws SQLException {
    OwedLeads leads =
        new OwedLeads(
            floor.db.transactions(),
            new RepNames(floor.db.dataSource()),
            new LeadTraits(floor.db.dataSource()),
            floor.db.clock);
    List<Owed.Entry> all = new ArrayList<>();
    Place after = Place.FIRST;
    List<Placed> page = leads.list(Deadline.Kind.valueOf(kind), which, after, 2);
    while (!page.isEmpty()) {
      page.forEach(one -> all.add(one.entry()));
      after = page.get(page.size() - 1).place();
      page = leads.list(Deadline.Kind.valueOf(kind), which, after, 2);
    }
    return all;
  }

  @Test
  void whatWasOnceOwedCostsNothing() throws SQLException {
    assigned(Duration.ZERO);
    ManyLeads.store(floor.db, 1_000);
    long few = blocks();
    ManyLeads.store(floor.db, 10_000);
    long many = blocks();

    assertThat(few).isPositive();
    // Each index that is looked into may have grown by a level.
    assertThat(many).isLessThanOrEqualTo(few + few / 2);
  }

  private long blocks() throws SQLException {
    try (BlocksTouched blocks = new BlocksTouched(floor.db, List.of("commitment"))) {
      OwedNow owed = owed(blocks.transactions());
      owed.look();
      long before = blocks.count();
      for (int i = 0; i < 20; i++) {
        assertThat(owed.look().open().get(0).count()).isEqualTo(1);
      }
      return (blocks.count() - before) / 20;
    }
  }
}
