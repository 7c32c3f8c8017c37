package baton.followup.balance;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import baton.followup.commitment.domain.CycleState;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How many cycles are not at their end. */
class OpenCyclesTest {

  private final LogDatabase db = LogDatabase.fresh("tracker_rules");

  @Test
  void cyclesThatAreNotAtTheirEndAreCountedByState() throws SQLException {
    db.execute("truncate cycle");
    for (String state : List.of("HELD", "HELD", "TOUCHED", "NURTURED", "ERASED")) {
      db.execute(
          "insert into cycle (cycle_id, lead_id, source, opened_at, decision, routing, state) values"
              + " (gen_random_uuid(), gen_random_uuid(), 'api', now(), 'NONE', 'NONE', '"
              + state
              + "')");
    }
    assertThat(new CycleBalances(db.transactions()).open())
        .isEqualTo(Map.of(CycleState.HELD, 2L, CycleState.TOUCHED, 1L));
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
}
