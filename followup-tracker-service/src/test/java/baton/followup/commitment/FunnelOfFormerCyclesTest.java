package baton.followup.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.events.activity.Disposition;
import baton.followup.Story;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the migration adds to the numbers for cycles that were counted before there was a funnel.
 */
class FunnelOfFormerCyclesTest {

  private static final String OF_THE_FUNNEL =
      " from metric_delta where measure in ('INQUIRED_ASSIGNED', 'INQUIRED_TOUCHED')";

  private final TrackerFloor floor = new TrackerFloor();

  /** Received only, assigned only, touched; arrived in the last instants of an hour, too. */
  @BeforeEach
  void cyclesOfAllKindsWereCounted() throws SQLException {
    floor.accept(new Story().received());
    Story silent = new Story();
    floor.accept(silent.received(), silent.qualified(), silent.rep(), silent.assigned());
    for (Instant start :
        new Instant[] {Story.NINE, Instant.parse("2026-03-02T09:59:59.9999997Z")}) {
      Story won = new Story(start);
      floor.accept(won.received(), won.qualified(), won.rep(), won.assigned());
      floor.accept(won.called(20), won.outcome(30, Disposition.WON));
    }
    floor.assertNumbersAreWhatTheFactsSay();
    floor.db.execute("delete" + OF_THE_FUNNEL);
  }

  @Test
  void theNumbersAreWhatTheFactsSayAfterwards() throws IOException {
    floor.db.execute(migration());

    floor.assertNumbersAreWhatTheFactsSay();
    assertThat(floor.db.one("select sum(amount)" + OF_THE_FUNNEL)).isEqualTo("5");
    assertThat(
            floor.db.query("select distinct recorded = date_trunc('hour', now())" + OF_THE_FUNNEL))
        .containsExactly("t");
  }

  private static String migration() throws IOException {
    try (InputStream sql =
        FunnelOfFormerCyclesTest.class.getResourceAsStream("/db/migration/V10.5__funnel.sql")) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
