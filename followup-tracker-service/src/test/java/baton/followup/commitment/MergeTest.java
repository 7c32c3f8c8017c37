package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.events.activity.Disposition;
import baton.events.intake.LeadSuperseded;
import baton.events.qualification.DecisionReceipt;
import baton.events.qualification.Grade;
import baton.events.qualification.LeadQualified;
import baton.events.routing.ReleaseCause;
import baton.followup.Story;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** About a lead that turned out to be another one nothing is owed, whatever comes first. */
class MergeTest {

  private final TrackerFloor floor = new TrackerFloor();
  private final Story story = new Story();

  @Test
  void afterTheMergeNobodyIsRemindedAndNobodyIsAccused() throws SQLException {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.accept(story.superseded(10), story.released(ReleaseCause.MERGED));
    floor.passTo("2026-03-05T09:00:00Z");
    assertThat(floor.said(story)).isEmpty();
    assertThat(floor.commitments(story)).containsExactly("ACCEPTANCE ENDED", "FIRST_TOUCH ENDED");
    assertThat(floor.state(story)).isEqualTo("MERGED");
  }

  @Test
  void aBreachOfADeadlineAfterTheMergeIsWithdrawnAndOneBeforeItStands() throws SQLException {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.passTo("2026-03-03T10:00:00Z");
    assertThat(floor.standingBreaches(story)).isEqualTo(2);
    floor.accept(story.superseded(300)); // the acceptance was due after 240 minutes
    assertThat(floor.commitments(story))
        .containsExactly("ACCEPTANCE BREACHED", "FIRST_TOUCH ENDED");
  }

  @Test
  void whatSalesMadeOfItBeforeStays() {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.accept(story.outcome(5, Disposition.WON), story.superseded(10));
    assertThat(floor.state(story)).isEqualTo("WON");
  }

  @Test
  void anyPermutationEndsInTheSameState() {
    TreeSet<String> outcomes = new TreeSet<>();
    int orders =
        floor.inEveryOrder(
            each ->
                List.of(
                    each.received(),
                    each.qualified(),
                    each.rep(),
                    each.assigned(),
                    each.superseded(10),
                    each.called(20)),
            each -> outcomes.add(floor.end(each)));
    assertThat(orders).isEqualTo(720);
    assertThat(outcomes)
        .containsExactly(
            "MERGED[ACCEPTANCE MET, FIRST_TOUCH MET]"
                + "[baton.followup.accepted.v1, baton.followup.first-touch.v1]2");
  }

  @Test
  void aSecondMergeChangesNothingOfWhatTheFirstEnded() throws SQLException {
    floor.accept(story.received(), story.qualified(), story.rep(), story.assigned());
    floor.accept(story.superseded(10), story.released(ReleaseCause.MERGED));
    floor.accept(
        Story.record(
            3,
            new LeadSuperseded(
                story.lead, UUID.randomUUID(), Story.NINE.plus(Duration.ofDays(40)))));
    floor.passTo("2026-05-20T09:00:00Z");
    assertThat(floor.said(story)).isEmpty();
    assertThat(floor.commitments(story)).containsExactly("ACCEPTANCE ENDED", "FIRST_TOUCH ENDED");
    assertThat(floor.state(story)).isEqualTo("MERGED");
  }

  /** It is a lead again, and what it submits then is owed as about any other. */
  @Test
  void whatArrivesAfterAnUnmergeIsOwedInAnyOrder() {
    TreeSet<String> states = new TreeSet<>();
    floor.inEveryOrder(
        each -> List.of(each.received(), each.qualified(), each.superseded(10), cameBack(each)),
        each ->
            states.add(
                String.join(
                    " ",
                    floor.db.query(
                        "select state from cycle where lead_id = '%s' order by opened_at"
                            .formatted(each.lead)))));
    assertThat(states).containsExactly("MERGED ROUTING");
  }

  private static ConsumerRecord<String, byte[]> cameBack(Story each) {
    UUID again =
        new UUID(each.lead.getMostSignificantBits(), each.lead.getLeastSignificantBits() + 1);
    Instant arrived = Story.NINE.plus(Duration.ofMinutes(30));
    return Story.record(
        2,
        new LeadQualified(
            each.lead,
            again,
            UUID.randomUUID(),
            true,
            "web",
            null,
            Grade.A,
            arrived,
            Story.facts(),
            new DecisionReceipt("b2b", 1, again, 50, List.of(), "Meets everything."),
            arrived.plusSeconds(1)));
  }
}
