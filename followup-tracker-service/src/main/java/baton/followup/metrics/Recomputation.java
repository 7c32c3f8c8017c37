package baton.followup.metrics;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Computes every number from the facts, in SQL, and compares it with the live one. */
public interface Recomputation {

  /** Differences that are named at most. */
  int MOST = 100;

  /**
   * What came of it.
   *
   * @param cells cells that are not 0, in the live numbers or by the facts
   * @param different those of them that are not the same in both
   * @param differences the first {@value #MOST} of those
   */
  record Comparison(long cells, long different, List<Difference> differences) {

    /** Whether all numbers are what the facts say. */
    public boolean isEqual() {
      return different == 0;
    }
  }

  /**
   * A cell whose number is not what the facts say.
   *
   * @param live the live number
   * @param computed what the facts say
   */
  record Difference(
      String measure,
      Instant hour,
      UUID repId,
      String team,
      String source,
      String campaign,
      String grade,
      String code,
      Integer bucket,
      long live,
      long computed) {}

  /** Compares all cells, as one moment shows them. */
  Comparison compare() throws SQLException;
}
