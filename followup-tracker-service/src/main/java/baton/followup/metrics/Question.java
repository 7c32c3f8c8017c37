package baton.followup.metrics;

import baton.followup.metrics.domain.Measure;
import baton.followup.metrics.domain.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody wants to know.
 *
 * @param from the first hour, included
 * @param to the last hour, left out
 * @param period of each line
 * @param by what lines are told apart by
 * @param only what lines are limited to, by dimension
 * @param asOf as it was known at the end of the hour before this one; null: as it is known now
 */
public record Question(
    Metric metric,
    Instant from,
    Instant to,
    Period period,
    List<Dimension> by,
    Map<Dimension, String> only,
    Instant asOf) {

  private static final Set<Dimension> OF_OWNERS = Set.of(Dimension.REP, Dimension.TEAM);

  /** What the answer is made of. */
  public List<Measure> measures() {
    return metric.formula().measures(isAboutOwners());
  }

  /** Whether assignments are counted, and not cycles. */
  public boolean countsAssignments() {
    return measures().get(0).cohort() == Measure.Cohort.ASSIGNMENT;
  }

  /** Whether owners are told apart. */
  public boolean isAboutOwners() {
    return by.stream().anyMatch(OF_OWNERS::contains)
        || only.keySet().stream().anyMatch(OF_OWNERS::contains);
  }

  /** How long a line's period is; periods are of UTC, and weeks begin on Monday. */
  public enum Period {
    HOUR,
    DAY,
    WEEK,
    /** One line for the whole time. */
    TOTAL
  }

  /** What lines can be told apart by. */
  public enum Dimension {
    REP("rep_id"),
    TEAM("team"),
    SOURCE("source"),
    CAMPAIGN("campaign"),
    GRADE("grade");

    private final String column;

    Dimension(String column) {
      this.column = column;
    }

    /** Its column in the table of deltas. */
    public String column() {
      return column;
    }
  }
}
