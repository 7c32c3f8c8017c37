package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.events.intake.LeadReceived;
import baton.events.qualification.DecisionReceipt;
import baton.events.qualification.Grade;
import baton.events.qualification.LeadNurtured;
import baton.events.qualification.LeadQualified;
import baton.followup.Story;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was imported as history starts no clock and is in no number. */
class HistoryTest {

  private static final Instant LATER = Story.NINE.plusSeconds(600);

  private static final UUID AGAIN = UUID.fromString("019cd80e-2384-79f1-ae29-b91501256799");

  private final TrackerFloor floor = new TrackerFloor();
  private final Story story = new Story();

  @BeforeEach
  void anOrdinaryLeadBesideIt() {
    floor.accept(new Story().received());
  }

  @Test
  void aLeadOfHistoryIsKnownAndCountsNowhere() throws Exception {
    String before = inNumbers();
    floor.accept(imported(), nurtured());
    assertThat(floor.state(story)).isEqualTo("NURTURED");
    floor.passTo("2026-05-20T09:00:00Z");
    assertThat(floor.said(story)).isEmpty();
    assertThat(inNumbers()).isEqualTo(before);
  }

  @Test
  void whenItComesByItselfItsNewCycleCountsFromThenOn() {
    floor.accept(imported(), nurtured());
    String before = inNumbers();
    floor.accept(cameBackAndQualified());
    assertThat(inNumbers()).isNotEqualTo(before);
    assertThat(
            floor.db.one(
                "select sum(amount) from metric_delta where measure = 'INQUIRED' and source = 'web'"))
        .isEqualTo("1");
    floor.assertNumbersAreWhatTheFactsSay();
  }

  /** Also if it is not qualified then: it asked, and counts as an inquiry. */
  @Test
  void whenItComesByItselfInVainThatCountsAsAnInquiryInAnyOrder() {
    List<ConsumerRecord<String, byte[]>> story =
        List.of(imported(), nurtured(), cameBackAndWasNurtured());
    for (int[] order : new int[][] {{0, 1, 2}, {0, 2, 1}, {2, 0, 1}, {1, 2, 0}}) {
      TrackerFloor each = new TrackerFloor();
      for (int i : order) {
        each.accept(story.get(i));
      }
      assertThat(each.db.query("select state from cycle order by is_history"))
          .containsExactly("NURTURED", "NURTURED");
      assertThat(
              each.db.one(
                  "select sum(amount) from metric_delta where measure = 'INQUIRED' and source = 'web'"))
          .isEqualTo("1");
      each.assertNumbersAreWhatTheFactsSay();
    }
  }

  private ConsumerRecord<String, byte[]> cameBackAndWasNurtured() {
    return Story.record(
        2,
        new LeadNurtured(
            story.lead,
            AGAIN,
            UUID.randomUUID(),
            true,
            "web",
            null,
            LATER,
            receipt("Nurtured: lacks company-known."),
            LATER.plusSeconds(1)));
  }

  private String inNumbers() {
    floor.assertNumbersAreWhatTheFactsSay();
    return floor.db.one("select coalesce(sum(amount), 0) from metric_delta");
  }

  private ConsumerRecord<String, byte[]> imported() {
    return Story.record(
        1,
        new LeadReceived(
            story.lead,
            story.cycle,
            story.cycle,
            "list",
            null,
            null,
            Story.NINE,
            Story.facts(),
            true));
  }

  private ConsumerRecord<String, byte[]> nurtured() {
    return Story.record(
        1,
        new LeadNurtured(
            story.lead,
            story.cycle,
            story.decision,
            false,
            "list",
            null,
            null,
            receipt("Nurtured: imported as history, not judged."),
            Story.NINE.plusSeconds(1)));
  }

  private ConsumerRecord<String, byte[]> cameBackAndQualified() {
    return Story.record(
        2,
        new LeadQualified(
            story.lead,
            UUID.randomUUID(),
            UUID.randomUUID(),
            true,
            "web",
            null,
            Grade.A,
            LATER,
            Story.facts(),
            receipt("Meets everything."),
            LATER.plusSeconds(1)));
  }

  private DecisionReceipt receipt(String summary) {
    return new DecisionReceipt("b2b", 1, story.cycle, 0, List.of(), summary);
  }
}
