package baton.followup.metrics;

import baton.followup.metrics.domain.Measure;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The numbers, as they are read. */
public interface RollUps {

  /**
   * The numbers of these measures that an answer needs; those that are 0 are left out.
   *
   * @param most so many at most
   */
  List<Tally> read(Question question, Collection<Measure> measures, int most) throws SQLException;

  /** What became known of a period later than an hour after it had happened. */
  List<Restatement> restatements(Question question, Collection<Measure> measures, int most)
      throws SQLException;

  /**
   * A change of a number that had been told before.
   *
   * @param period beginning of the period whose number changed
   * @param happened the hour of what was told late
   * @param recorded the hour in which it was told
   * @param amount what was added
   */
  record Restatement(
      Instant period,
      List<String> group,
      Measure measure,
      String code,
      Instant happened,
      Instant recorded,
      long amount) {}
}
