package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.BlocksTouched;
import baton.eventlog.inbox.Inbox;
import baton.followup.Story;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What following a lead costs does not depend on how many there were. */
class FlatCostTest {

  private static final int MEASURED = 20;
  private static final List<String> TABLES =
      List.of(
          "cycle",
          "assignment",
          "commitment",
          "activity",
          "fact",
          "rep_version",
          "rep_external_id",
          "calendar_month",
          "followup_policy");

  private final TrackerFloor floor = new TrackerFloor();

  @Test
  void aLeadTouchesNoMoreBlocksAfterTwentyThousand() throws Exception {
    Story sam = new Story();
    floor.accept(sam.rep());
    ManyLeads.store(floor.db, 2_000);
    long few = blocksPerLead(sam);
    ManyLeads.store(floor.db, 20_000);
    long many = blocksPerLead(sam);
    assertThat(few).isPositive();
    // Each of the tables and their indexes that five events look into may have grown by a level.
    assertThat(many).isLessThanOrEqualTo(few + few / 4);
  }

  @Test
  void aLookAtDeadlinesReadsWhatIsDueAndNotWhatIsStored() throws Exception {
    ManyLeads.store(floor.db, 20_000);
    List<String> plan =
        floor.db.query(
            "explain select c.lead_id from commitment c where c.state = 'OPEN'"
                + " and c.next_at <= now() order by c.next_at limit 200");
    assertThat(String.join("\n", plan)).contains("commitment_next");
    for (String worklist :
        List.of("c.state = 'OPEN' and", "c.rep_id = gen_random_uuid() and c.state = 'MET' and")) {
      plan =
          floor.db.query(
              "explain select * from commitment c where "
                  + worklist
                  + " c.due_at >= now() order by c.due_at, c.holder_id limit 50");
      assertThat(String.join("\n", plan)).doesNotContain("Seq Scan");
    }
  }

  private long blocksPerLead(Story sam) throws SQLException {
    try (BlocksTouched blocks = new BlocksTouched(floor.db, TABLES)) {
      Inbox inbox = floor.inbox(blocks.transactions());
      follow(inbox, new Story(Story.NINE, sam.rep));
      long before = blocks.count();
      Stream.generate(() -> new Story(Story.NINE, sam.rep))
          .limit(MEASURED)
          .forEach(story -> follow(inbox, story));
      return (blocks.count() - before) / MEASURED;
    }
  }

  private static void follow(Inbox inbox, Story story) {
    inbox.accept(List.of(story.received()));
    inbox.accept(List.of(story.qualified()));
    inbox.accept(List.of(story.assigned()));
    inbox.accept(List.of(story.informed(1)));
    inbox.accept(List.of(story.called(2)));
  }
}
