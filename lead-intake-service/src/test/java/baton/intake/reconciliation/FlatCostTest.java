package baton.intake.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Transactions;
import baton.eventlog.conformance.BlocksTouched;
import baton.eventlog.conformance.LogDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a look for gaps costs depends on the days that are watched, and on nothing before. */
class FlatCostTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private LogDatabase db;

  @BeforeEach
  void emptyIntake() {
    db = LogDatabase.fresh("intake_rules");
    db.execute("truncate receipt, sent_count");
    db.execute(
        "insert into source (id, name, created_at) values ('crm', 'x', now()), ('former', 'x', now())"
            + " on conflict do nothing");
    db.execute(
        "insert into sent_count (source, day, sent, noted_at) values ('crm', '2026-03-02', 2000, now())");
  }

  @Test
  void aLookAtTwoDaysTouchesNoMoreBlocksAfterFortyThousandItems() throws SQLException {
    arrived("crm", 20_001, 2_000, TODAY);
    long few = blocksOfALook();
    arrived("crm", 1, 20_000, TODAY.minusDays(30));
    arrived("former", 1, 20_000, TODAY.minusDays(30));
    long many = blocksOfALook();
    assertThat(few).isPositive();
    // Indexes may have grown by a level.
    assertThat(many).isLessThanOrEqualTo(few + few / 4);
  }

  @Test
  void aLookAtOneSourceTouchesNoBlocksOfTheOthers() throws SQLException {
    arrived("crm", 1, 2_000, TODAY);
    long alone = blocksOfALook();
    for (int other = 0; other < 10; other++) {
      arrived("other-" + other, null, 2_000, TODAY);
    }
    assertThat(blocksOfALook()).isLessThanOrEqualTo(alone + alone / 4);
  }

  private long blocksOfALook() throws SQLException {
    db.execute("vacuum analyze receipt");
    try (BlocksTouched blocks = new BlocksTouched(db, List.of("receipt"))) {
      Transactions counted = blocks.transactions();
      Reconciliation reconciliation =
          new Reconciliation(counted, new Balances(counted), db.clock());
      Gaps gaps = new Gaps(counted, db.clock());
      long before = blocks.count();
      assertThat(reconciliation.missing()).containsEntry("crm", 0L);
      assertThat(gaps.numbering()).containsExactly("crm");
      assertThat(gaps.missing("crm", TODAY.minusDays(1), TODAY)).isZero();
      return blocks.count() - before;
    }
  }

  private void arrived(String source, Integer first, int items, LocalDate day) {
    db.execute(
        """
        insert into receipt (id, source, dedup, content_hash, outcome, sequence, arrived_at)
        select gen_random_uuid(), '%s', sha256(gen_random_uuid()::text::bytea), '', 'NEW_LEAD',
               %s + n, timestamptz '%sT00:00:00Z' + n * interval '1 second'
          from generate_series(0, %d) n"""
            .formatted(source, first, day, items - 1));
  }
}
