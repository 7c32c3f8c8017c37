package baton.intake.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is missing, by the sender's counts and by its numbers, on a real database. */
class ReconciliationTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private LogDatabase db;
  private Reconciliation reconciliation;
  private Gaps gaps;

  @BeforeEach
  void emptyIntake() {
    db = LogDatabase.fresh("intake_rules");
    db.execute("truncate receipt, sent_count");
    for (String source : new String[] {"crm", "web"}) {
      db.execute(
          "insert into source (id, name, created_at) values ('%s', 'x', now()) on conflict do nothing"
              .formatted(source));
    }
    gaps = new Gaps(db.transactions(), db.clock());
    reconciliation =
        new Reconciliation(db.transactions(), new Balances(db.transactions()), db.clock());
  }

  @Test
  void aGapIsWhatIsBetweenTheNumbersThatCame() throws SQLException {
    arrived("crm", "2026-03-02", 3, 4, 9, 7, 9);
    arrived("web", "2026-03-02", 5, 6);
    assertThat(gaps.of("crm", DAY, DAY)).containsExactly(new Gap(5, 6), new Gap(8, 8));
    assertThat(gaps.missing("crm", DAY, DAY)).isEqualTo(3);
    assertThat(gaps.of("web", DAY, DAY)).isEmpty();
    assertThat(gaps.of("nobody", DAY, DAY)).isEmpty();
  }

  /** Otherwise a repetition of the first would have everything since then looked through. */
  @Test
  void aRepetitionDoesNotWidenWhatIsLookedAt() throws SQLException {
    arrived("crm", "2026-03-01", 1, 5);
    arrived("crm", "2026-03-02", 6);
    db.execute(
        "insert into receipt (id, source, dedup, content_hash, outcome, sequence, arrived_at)"
            + " values (gen_random_uuid(), 'crm', '', '', 'DUPLICATE', 1, '2026-03-02T09:00:00Z')");
    assertThat(gaps.of("crm", DAY, DAY)).isEmpty();
  }

  @Test
  void aGapMayBeInFrontOfTheFirstAndIsFilledByWhatCameOnAnotherDay() throws SQLException {
    arrived("crm", "2026-03-01", 1, 2, 6);
    arrived("crm", "2026-03-02", 5, 9);
    arrived("crm", "2026-03-03", 8);
    assertThat(gaps.of("crm", DAY, DAY)).containsExactly(new Gap(3, 4), new Gap(7, 7));
    assertThat(gaps.missing("crm", DAY, DAY)).isEqualTo(3);
    arrived("crm", "2026-03-04", 7, 3, 4);
    assertThat(gaps.of("crm", DAY, DAY)).isEmpty();
    assertThat(gaps.missing("crm", DAY, DAY)).isZero();
  }

  @Test
  void allThatIsMissingIsCountedHoweverManyGapsThereAre() throws SQLException {
    arrived("crm", "2026-03-02", LongStream.range(0, 500).map(i -> 2 * i).toArray());
    assertThat(gaps.of("crm", DAY, DAY)).hasSize(Gaps.MOST);
    assertThat(gaps.missing("crm", DAY, DAY)).isEqualTo(499);
  }

  @Test
  void whatASenderCountsAndDidNotArriveIsMissing() throws SQLException {
    arrived("crm", "2026-03-02", 1, 2, 3);
    reconciliation.note("crm", DAY, 4);
    reconciliation.note("crm", DAY, 5);
    reconciliation.note("web", DAY, 2);
    reconciliation.note("crm", DAY.minusDays(30), 100);

    assertThat(reconciliation.of("crm", DAY, DAY))
        .containsExactly(new Reconciled(DAY, 3, 0, 0, 0, 0, 0, 0, 5L, 2L));
    assertThat(reconciliation.of("web", DAY, DAY))
        .containsExactly(new Reconciled(DAY, 0, 0, 0, 0, 0, 0, 0, 2L, 2L));
    assertThat(reconciliation.missing()).isEqualTo(Map.of("crm", 2L, "web", 2L));
    reconciliation.note("web", DAY, 0);
    assertThat(reconciliation.missing()).isEqualTo(Map.of("crm", 2L, "web", 0L));
  }

  @Test
  void whoNumbersItemsIsKnownForTwoDays() throws SQLException {
    arrived("crm", "2026-03-02", 1);
    arrived("web", "2026-02-20", 1);
    assertThat(gaps.numbering()).containsExactly("crm");
  }

  private void arrived(String source, String day, long... numbers) {
    for (long number : numbers) {
      db.execute(
          ("insert into receipt (id, source, campaign, dedup, content_hash, outcome, sequence, arrived_at)"
                  + " values (gen_random_uuid(), '%s', 'spring', sha256(gen_random_uuid()::text::bytea),"
                  + " '', 'NEW_LEAD', %d, '%sT08:00:00Z')")
              .formatted(source, number, day));
    }
  }
}
