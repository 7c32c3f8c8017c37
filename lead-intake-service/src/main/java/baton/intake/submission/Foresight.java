package baton.intake.submission;

import baton.intake.submission.SubmissionTables.Once;
import baton.intake.submission.domain.Keys;
import baton.intake.submission.domain.MatchKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What would become of submissions, as far as what is stored says; nothing is written. */
public final class Foresight {

  private final Set<Once> before;
  private final Set<MatchKey> known;

  private Foresight(Set<Once> before, Set<MatchKey> known) {
    this.before = before;
    this.known = known;
  }

  /** Looks at these. */
  public static Foresight of(Connection connection, List<Submission> submissions)
      throws SQLException {
    SubmissionTables tables = new SubmissionTables(connection);
    List<MatchKey> keys =
        submissions.stream().flatMap(s -> keys(s).all().stream()).distinct().toList();
    return new Foresight(
        Set.copyOf(tables.originals(submissions).keySet()),
        keys.isEmpty() ? Set.of() : Set.copyOf(tables.owners(keys).keySet()));
  }

  /**
   * What may tell who it is of; nothing if nobody can be reached with it, or it cannot be stored.
   */
  public static Keys keys(Submission submission) {
    return submission.reading() instanceof Reading.Usable usable
            && !UnstorableText.isIn(usable.person())
        ? usable.person().keys()
        : Keys.NONE;
  }

  /** Whether it has come before. */
  public boolean cameBefore(Submission submission) {
    return before.contains(Once.of(submission));
  }

  /** Whether somebody has this key. */
  public boolean isKnown(MatchKey key) {
    return known.contains(key);
  }
}
