package baton.intake.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both sides of the balance, on a real database. */
class BalancesTest {

  private static final String ARRIVED = "2026-03-02T23:59:59.5Z";
  private static final Instant BEFORE = Instant.parse("2026-03-02T23:59:00Z");
  private static final Instant AFTER = Instant.parse("2026-03-03T00:00:00Z");

  private LogDatabase db;
  private Balances balances;

  @BeforeEach
  void emptyIntake() {
    db = LogDatabase.fresh("intake_rules");
    db.execute("truncate receipt");
    balances = new Balances(db.transactions());
  }

  @Test
  void aReceiptAndItsEventAreEven() throws SQLException {
    receipt();
    event();

    assertThat(balances.difference(BEFORE)).isZero();
    LocalDate day = LocalDate.of(2026, 3, 2);
    assertThat(balances.of(day, day))
        .containsExactly(new Balance(day, "crm", "spring", 1, 1, 0, 0, 0, 0));
    assertThat(balances.of(day.plusDays(1), day.plusDays(1))).isEmpty();
  }

  @Test
  void aReceiptThatNothingBecameOfIsADifferenceFromItsArrivalOn() throws SQLException {
    receipt();

    assertThat(balances.difference(BEFORE)).isEqualTo(1);
    assertThat(balances.difference(AFTER)).isZero();
  }

  @Test
  void aLeadThatCameFromNowhereIsADifferenceFromItsArrivalOn() throws SQLException {
    event();

    assertThat(balances.difference(BEFORE)).isEqualTo(1);
    assertThat(balances.difference(AFTER)).isZero();
  }

  /** What a person does about it days later changes the day on which it arrived. */
  @Test
  void whatIsSettledLaterCountsOnTheDayOfItsArrival() throws SQLException {
    receipt();
    event("baton.submission.quarantined.v1", ARRIVED, "");
    LocalDate day = LocalDate.of(2026, 3, 2);
    assertThat(balances.of(day, day))
        .containsExactly(new Balance(day, "crm", "spring", 1, 0, 0, 0, 1, 0));

    String later = "2026-03-09T10:00:00Z";
    event("baton.submission.discarded.v1", later, ", \"wasQuarantined\": true");
    assertThat(balances.of(day, day))
        .containsExactly(new Balance(day, "crm", "spring", 1, 0, 0, 0, 0, 1));
    assertThat(balances.of(day.plusDays(1), day.plusDays(7))).isEmpty();
    assertThat(balances.difference(BEFORE)).isZero();
    assertThat(balances.difference(Instant.parse(later).minusSeconds(60))).isZero();
  }

  private void receipt() {
    db.execute(
        "insert into receipt (id, source, campaign, dedup, content_hash, outcome, arrived_at)"
            + " values (gen_random_uuid(), 'crm', 'spring', '', '', 'NEW_LEAD', '%s')"
                .formatted(ARRIVED));
  }

  private void event() {
    event("baton.lead.received.v1", ARRIVED, "");
  }

  private void event(String type, String at, String more) {
    db.execute(
        ("insert into event (event_id, topic, subject, sequence, type, payload, occurred_at,"
                + " recorded_at, correlation_id) values (gen_random_uuid(), 'baton.intake',"
                + " gen_random_uuid(), 1, '%s', convert_to('{\"source\": \"crm\","
                + " \"campaign\": \"spring\", \"arrivedAt\": \"%s\"%s}', 'UTF8'), '%s', now(),"
                + " gen_random_uuid())")
            .formatted(type, ARRIVED, more, at));
  }
}
