package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Transactions;
import baton.eventlog.inbox.Inbox;
import baton.followup.Story;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What following a lead costs does not depend on how many there were. */
class FlatCostTest {

  private static final int MEASURED = 20;

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
    try (Connection connection = floor.db.begin()) {
      Inbox inbox = floor.inbox(new OneConnection(connection));
      follow(inbox, new Story(Story.NINE, sam.rep));
      long before = blocks(connection);
      Stream.generate(() -> new Story(Story.NINE, sam.rep))
          .limit(MEASURED)
          .forEach(story -> follow(inbox, story));
      return (blocks(connection) - before) / MEASURED;
    }
  }

  private static void follow(Inbox inbox, Story story) {
    inbox.accept(List.of(story.received()));
    inbox.accept(List.of(story.qualified()));
    inbox.accept(List.of(story.assigned()));
    inbox.accept(List.of(story.informed(1)));
    inbox.accept(List.of(story.called(2)));
  }

  private long blocks(Connection connection) throws SQLException {
    try (Statement flush = connection.createStatement()) {
      flush.execute("select pg_stat_force_next_flush()");
      connection.commit();
      flush.execute("select 1");
      connection.commit();
    }
    return Long.parseLong(
        floor.db.one(
            """
            select sum(heap_blks_hit + heap_blks_read + coalesce(idx_blks_hit + idx_blks_read, 0))
              from pg_statio_user_tables
             where relname in ('cycle', 'assignment', 'commitment', 'activity', 'fact', 'rep_version',
                               'rep_external_id', 'calendar_month', 'followup_policy')"""));
  }

  private record OneConnection(Connection connection) implements Transactions {
    @Override
    public <T> T call(Work<T> work) throws SQLException {
      T result = work.on(connection);
      connection.commit();
      return result;
    }
  }
}
