package baton.followup.balance;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import baton.followup.commitment.domain.CycleState;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cycles that were opened, those that are there, and those that are not at their end. */
class CycleBalancesTest {

  private static final String OPENED = "2026-03-02T23:59:59.5Z";
  private static final Instant BEFORE = Instant.parse("2026-03-02T23:59:00Z");
  private static final Instant AFTER = Instant.parse("2026-03-03T00:00:00Z");

  private final LogDatabase db = LogDatabase.fresh("tracker_rules");
  private final CycleBalances balances = new CycleBalances(db.transactions());

  @BeforeEach
  void emptyTables() {
    db.execute("truncate cycle, fact");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "baton.intake;baton.lead.received.v1;''",
        "baton.qualification;baton.lead.qualified.v1;\"opensCycle\": true,"
      })
  void whatOpensACycleAndTheCycleAreEven(String topic, String type, String opens)
      throws SQLException {
    fact(topic, type, opens);
    cycle("HELD");

    assertThat(balances.difference(BEFORE)).isZero();
    LocalDate day = LocalDate.of(2026, 3, 2);
    assertThat(balances.of(day, day))
        .containsExactly(new CycleBalance(day, "crm", "spring", 1, Map.of("HELD", 1L)));
    assertThat(balances.of(day.plusDays(1), day.plusDays(1))).isEmpty();
  }

  @Test
  void aLeadWithoutACycleIsADifferenceFromItsArrivalOn() throws SQLException {
    fact("baton.intake", "baton.lead.received.v1", "");

    assertThat(balances.difference(BEFORE)).isEqualTo(1);
    assertThat(balances.difference(AFTER)).isZero();
  }

  @Test
  void aCycleThatNothingOpenedIsADifferenceFromItsOpeningOn() throws SQLException {
    fact("baton.qualification", "baton.lead.qualified.v1", "\"opensCycle\": false,");
    cycle("ERASED");

    assertThat(balances.difference(BEFORE)).isEqualTo(1);
    assertThat(balances.difference(AFTER)).isZero();
  }

  @Test
  void cyclesThatAreNotAtTheirEndAreCountedByState() throws SQLException {
    List.of("HELD", "HELD", "TOUCHED", "NURTURED", "ERASED").forEach(this::cycle);

    assertThat(balances.open()).isEqualTo(Map.of(CycleState.HELD, 2L, CycleState.TOUCHED, 1L));
  }

  @Test
  void theDatabaseHasTheSameStatesForOpen() {
    String isOpen =
        db.one(
            "select generation_expression from information_schema.columns"
                + " where table_name = 'cycle' and column_name = 'is_open'");
    List<String> open =
        Pattern.compile("'([A-Z_]+)'")
            .matcher(isOpen)
            .results()
            .map(quoted -> quoted.group(1))
            .toList();
    assertThat(open)
        .containsExactlyInAnyOrderElementsOf(
            CycleState.open().stream().map(CycleState::name).toList());
  }

  private void cycle(String state) {
    db.execute(
        "insert into cycle (cycle_id, lead_id, source, campaign, opened_at, decision, routing, state)"
            + " values (gen_random_uuid(), gen_random_uuid(), 'crm', 'spring', '%s', 'NONE', 'NONE', '%s')"
                .formatted(OPENED, state));
  }

  private void fact(String topic, String type, String opens) {
    db.execute(
        ("insert into fact (subject, topic, type, event_id, at, recorded_at, data) values"
                + " (gen_random_uuid(), '%s', '%s', gen_random_uuid(), '%s', now(),"
                + " '{%s \"source\": \"crm\", \"campaign\": \"spring\"}')")
            .formatted(topic, type, OPENED, opens));
  }
}
