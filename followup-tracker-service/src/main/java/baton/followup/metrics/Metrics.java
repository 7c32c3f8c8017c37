package baton.followup.metrics;

import baton.followup.metrics.RollUps.Restatement;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Answers questions about the numbers, from the roll-ups alone. */
@Singleton
public class Metrics {

  /** Most numbers that go into one answer. */
  public static final int MOST = 50_000;

  private final RollUps rollUps;

  public Metrics(RollUps rollUps) {
    this.rollUps = rollUps;
  }

  /** The lines of an answer; empty if it would be made of too many numbers. */
  public Optional<List<Line>> answer(Question question) throws SQLException {
    List<Tally> tallies = rollUps.read(question, question.measures(), MOST + 1);
    return tallies.size() > MOST ? Optional.empty() : Optional.of(Report.lines(question, tallies));
  }

  /** What was told late of these periods, latest first. */
  public List<Restatement> restatements(Question question, int most) throws SQLException {
    return rollUps.restatements(question, question.measures(), most);
  }
}
