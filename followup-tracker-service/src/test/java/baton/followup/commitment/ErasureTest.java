package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.events.activity.Disposition;
import baton.followup.Story;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Who was erased is owed nothing from then on, whatever comes first. */
class ErasureTest {

  private final TrackerFloor floor = new TrackerFloor();
  private final Story story = new Story();

  @Test
  void afterTheErasureNobodyIsRemindedAndNobodyIsAccused() throws SQLException {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.accept(story.erased(10));
    floor.passTo("2026-03-02T12:00:02Z");
    floor.passTo("2026-03-05T09:00:00Z");
    assertThat(floor.said(story)).isEmpty();
    assertThat(floor.commitments(story)).containsExactly("ACCEPTANCE ENDED", "FIRST_TOUCH ENDED");
    assertThat(floor.state(story)).isEqualTo("ERASED");
  }

  @Test
  void aBreachOfADeadlineAfterTheErasureIsWithdrawn() throws SQLException {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.passTo("2026-03-03T10:00:00Z");
    assertThat(floor.standingBreaches(story)).isEqualTo(2);
    floor.accept(story.erased(10));
    assertThat(floor.standingBreaches(story)).isZero();
    assertThat(floor.commitments(story)).containsExactly("ACCEPTANCE ENDED", "FIRST_TOUCH ENDED");
  }

  @Test
  void aBreachOfADeadlineBeforeTheErasureStands() throws SQLException {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.accept(story.erased(300)); // the acceptance was due after 240 minutes
    floor.passTo("2026-03-05T09:00:00Z");
    assertThat(floor.standingBreaches(story)).isEqualTo(1);
    assertThat(floor.commitments(story))
        .containsExactly("ACCEPTANCE BREACHED", "FIRST_TOUCH ENDED");
  }

  @Test
  void anAssignmentThatIsReadAfterTheErasureOwesNothing() throws SQLException {
    floor.accept(story.received(), story.erased(0));
    floor.accept(story.qualified(), story.rep(), story.assigned());
    floor.passTo("2026-03-05T09:00:00Z");
    assertThat(floor.said(story)).isEmpty();
    assertThat(floor.state(story)).isEqualTo("ERASED");
  }

  @Test
  void whatWasHeldOrOnItsWayToSomebodyCountsAsClosed() {
    floor.accept(story.received(), story.qualified());
    assertThat(floor.state(story)).isEqualTo("ROUTING");
    floor.accept(story.erased(10));
    assertThat(floor.state(story)).isEqualTo("ERASED");

    Story held = new Story();
    floor.accept(held.received(), held.qualified(), held.held());
    assertThat(floor.state(held)).isEqualTo("HELD");
    floor.accept(held.erased(10));
    assertThat(floor.state(held)).isEqualTo("ERASED");
  }

  @Test
  void whatSalesMadeOfItBeforeStays() {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.accept(story.outcome(5, Disposition.WON), story.erased(10));
    assertThat(floor.state(story)).isEqualTo("WON");
  }

  @Test
  void anOpportunityThatIsStillOpenIsClosedByTheErasureUnlessItsEndIsReportedAfterAll() {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.accept(story.outcome(5, Disposition.CONVERTED), story.erased(10));
    assertThat(floor.state(story)).isEqualTo("ERASED");
    floor.accept(story.outcome(15, Disposition.WON));
    assertThat(floor.state(story)).isEqualTo("WON");
  }

  @Test
  void anyPermutationOfTheErasureWithTheOtherFactsEndsInTheSameState() {
    TreeSet<String> outcomes = new TreeSet<>();
    int orders =
        floor.inEveryOrder(
            each ->
                List.of(
                    each.received(),
                    each.qualified(),
                    each.rep(),
                    each.assigned(),
                    each.erased(10),
                    each.called(20)),
            each -> outcomes.add(floor.end(each)));
    assertThat(orders).isEqualTo(720);
    assertThat(outcomes)
        .containsExactly(
            "ERASED[ACCEPTANCE MET, FIRST_TOUCH MET]"
                + "[baton.followup.accepted.v1, baton.followup.first-touch.v1]2");
  }

  @Test
  void anyPermutationOfAHeldLeadsErasureEndsInTheSameState() {
    TreeSet<String> outcomes = new TreeSet<>();
    floor.inEveryOrder(
        each -> List.of(each.received(), each.qualified(), each.held(), each.erased(10)),
        each -> outcomes.add(floor.state(each) + floor.said(each)));
    assertThat(outcomes).containsExactly("ERASED[]");
  }

  @Test
  void aReleaseInAdditionShuffledWithDeadlinesInBetweenChangesNothing() throws SQLException {
    TreeSet<String> silent = new TreeSet<>();
    TreeSet<String> called = new TreeSet<>();
    TreeSet<String> rejected = new TreeSet<>();
    for (int seed = 0; seed < 100; seed++) {
      Story one = new Story();
      silent.add(end(one, seed));
      Story two = new Story();
      called.add(end(two, seed, two.called(20)));
      Story three = new Story();
      rejected.add(end(three, seed, three.rejected(20)));
    }
    assertThat(silent)
        .containsExactly("ERASED[ACCEPTANCE ENDED, FIRST_TOUCH ENDED] breaches=0 said=[]");
    assertThat(called)
        .containsExactly(
            "ERASED[ACCEPTANCE MET, FIRST_TOUCH MET] breaches=0"
                + " said=[baton.followup.accepted.v1, baton.followup.first-touch.v1]");
    assertThat(rejected)
        .containsExactly(
            "REJECTED[ACCEPTANCE MET, FIRST_TOUCH ENDED] breaches=0"
                + " said=[baton.followup.rejected.v1]");
  }

  /** Erased at minute 10 and released at minute 15, each record twice, in some order. */
  @SafeVarargs
  private String end(Story story, int seed, ConsumerRecord<String, byte[]>... more)
      throws SQLException {
    Random random = new Random(seed);
    List<ConsumerRecord<String, byte[]>> events =
        new ArrayList<>(
            List.of(
                story.received(),
                story.qualified(),
                story.rep(),
                story.assigned(),
                story.erased(10),
                story.released()));
    events.addAll(List.of(more));
    events.addAll(List.copyOf(events));
    Collections.shuffle(events, random);
    floor.db.clock.set(Story.NINE.plus(Duration.ofMinutes(20)));
    for (ConsumerRecord<String, byte[]> event : events) {
      floor.accept(event);
      if (random.nextInt(4) == 0) {
        floor.db.clock.advance(Duration.ofHours(random.nextInt(20)));
        floor.deadlines.fire(floor.db.clock.instant());
      }
    }
    floor.db.clock.set(Instant.parse("2026-03-20T09:00:00Z"));
    floor.deadlines.fire(floor.db.clock.instant());
    List<String> said = floor.said(story);
    said.removeIf(type -> type.matches(".*(breach|due-soon|no-engagement|feedback).*"));
    Collections.sort(said);
    return floor.state(story)
        + floor.commitments(story)
        + " breaches="
        + floor.standingBreaches(story)
        + " said="
        + said;
  }
}
