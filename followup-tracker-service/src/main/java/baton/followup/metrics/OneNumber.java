package baton.followup.metrics;

import baton.followup.metrics.Question.Dimension;
import baton.followup.metrics.domain.Cell;
import baton.followup.metrics.domain.Counted;
import baton.followup.metrics.domain.Formula.One;
import java.util.Optional;

/**
 * One number of the answer to a question whose period is the whole time.
 *
 * @param of what it counts
 */
public record OneNumber(Question question, One of) {

  /**
   * The number of this name in the answer.
   *
   * @param name null: the one that needs no name
   * @return empty if there is none of this name
   */
  public static Optional<OneNumber> named(Question question, String name) {
    return question
        .metric()
        .formula()
        .one(question.isAboutOwners(), name)
        .map(of -> new OneNumber(question, of));
  }

  /** Whether this is among what it counts. */
  boolean counts(Counted counted) {
    Cell cell = counted.cell();
    return cell.measure() == of.measure()
        && (of.code() == null || of.code().equals(cell.code()))
        && !cell.hour().isBefore(question.from())
        && cell.hour().isBefore(question.to())
        && question.only().entrySet().stream()
            .allMatch(only -> only.getValue().equals(value(cell, only.getKey())));
  }

  private static String value(Cell cell, Dimension dimension) {
    return switch (dimension) {
      case REP -> cell.repId() == null ? null : cell.repId().toString();
      case TEAM -> cell.team();
      case SOURCE -> cell.source();
      case CAMPAIGN -> cell.campaign();
      case GRADE -> cell.grade();
    };
  }
}
