package baton.intake.submission;

import baton.intake.submission.SubmissionTables.Once;
import baton.intake.submission.domain.Keys;
import baton.intake.submission.domain.MatchKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What would become of submissions, as far as what is stored says; nothing is written. */
public final class Foresight {

  private final Set<Once> before;
  private final Map<UUID, Keys> keys;
  private final Set<MatchKey> known;

  private Foresight(Set<Once> before, Map<UUID, Keys> keys, Set<MatchKey> known) {
    this.before = before;
    this.keys = keys;
    this.known = known;
  }

  /** Looks at these. */
  public static Foresight of(Connection connection, List<Submission> submissions)
      throws SQLException {
    SubmissionTables tables = new SubmissionTables(connection);
    Map<UUID, Keys> keys =
        submissions.stream().collect(Collectors.toMap(Submission::id, Foresight::storable));
    List<MatchKey> all =
        keys.values().stream().flatMap(ofOne -> ofOne.all().stream()).distinct().toList();
    return new Foresight(
        Set.copyOf(tables.originals(submissions).keySet()),
        keys,
        all.isEmpty() ? Set.of() : Set.copyOf(tables.owners(all).keySet()));
  }

  private static Keys storable(Submission submission) {
    return submission.reading() instanceof Reading.Usable usable
            && UnstorableText.isIn(usable.person())
        ? Keys.NONE
        : submission.reading().keys();
  }

  /**
   * What may tell who one of them is of; nothing if nobody can be reached with it, or it cannot be
   * stored.
   */
  public Keys keys(Submission submission) {
    return keys.get(submission.id());
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
