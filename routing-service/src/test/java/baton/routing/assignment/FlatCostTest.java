package baton.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.BlocksTouched;
import baton.eventlog.inbox.Inbox;
import baton.routing.Incoming;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an assignment costs does not depend on how many there were. */
class FlatCostTest {

  private static final int MEASURED = 20;
  private static final List<String> TABLES =
      List.of(
          "assignment",
          "held",
          "seat",
          "rep_load",
          "rep",
          "pool",
          "team",
          "routing_rules",
          "account",
          "ledger");

  private final RoutingFloor floor = new RoutingFloor("routing_cost");

  @Test
  void anAssignmentTouchesNoMoreBlocksAfterTwentyThousand() throws Exception {
    for (int i = 0; i < 5; i++) {
      floor.repWithCapacity(1000);
    }
    past(10);
    long few = blocksPerAssignment();
    past(20_000);
    long many = blocksPerAssignment();
    assertThat(few).isPositive();
    // Two indexes and a table may each have grown by a level.
    assertThat(many).isLessThanOrEqualTo(few + 12);
  }

  /** Assignments of the past, of which a tenth is still open. */
  private void past(int number) {
    floor.db.execute(
        """
        insert into assignment (assignment_id, lead_id, cycle_id, decision_id, rep_id, rep_version,
               pool, attempt, cause, source, reasons, assigned_at, released_at, release_cause)
        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
               (select rep_id from seat limit 1), 1, 'default', 1, 'QUALIFIED', 'web', '[]',
               now(), case when n %% 10 = 0 then null else now() end,
               case when n %% 10 = 0 then null else 'RECYCLED' end
          from generate_series(1, %d) n"""
            .formatted(number));
    floor.db.execute("vacuum analyze assignment");
  }

  /** Blocks of the tables of routing that one transaction with one lead reads and writes. */
  private long blocksPerAssignment() throws SQLException {
    try (BlocksTouched blocks = new BlocksTouched(floor.db, TABLES)) {
      Inbox inbox = floor.instance(blocks.transactions());
      floor.deliver(inbox, new Incoming().qualified());
      long before = blocks.count();
      for (int i = 0; i < MEASURED; i++) {
        floor.deliver(inbox, new Incoming().qualified());
      }
      return (blocks.count() - before) / MEASURED;
    }
  }
}
