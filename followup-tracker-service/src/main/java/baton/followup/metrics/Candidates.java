package baton.followup.metrics;

import baton.followup.metrics.domain.CycleStory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What may be behind a number: the cycles or assignments of its time, newest first. */
@FunctionalInterface
public interface Candidates {

  /**
   * The next ones, as one moment shows them.
   *
   * @param from the first one that is wanted; those after it are older
   * @param most so many at most
   */
  List<Candidate> read(OneNumber number, Place from, int most) throws SQLException;

  /**
   * A cycle or an assignment.
   *
   * @param id of the assignment if the number counts in the period of assignments, else of the
   *     cycle
   * @param at when it arrived, was qualified or assigned
   * @param state of the cycle
   * @param story what was counted of the cycle; null if it is not behind the number for certain
   * @param assignments of the cycle, in the order of its owners; null without a story
   */
  record Candidate(
      UUID id,
      Instant at,
      UUID cycleId,
      UUID leadId,
      String state,
      CycleStory story,
      List<UUID> assignments) {}

  /**
   * A place in the order of candidates.
   *
   * @param given how many of what counts of this candidate come before
   */
  record Place(Instant at, UUID id, int given) {

    /** Before all candidates of a question. */
    static Place first(Question question) {
      return new Place(question.to(), new UUID(-1, -1), 0);
    }
  }
}
