package baton.http.idempotency;

import baton.http.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Lets a call have its effect once. All methods work on the caller's connection, in its transaction
 * (auto-commit off, READ COMMITTED), and leave commit and roll-back to it.
 */
@ApplicationScoped
public class Idempotency {

  private final IdempotentAnswers answers = new IdempotentAnswers();

  /** What a call does when it comes for the first time. */
  @FunctionalInterface
  public interface Work {
    /** Does it, in the same transaction, and says what to answer. */
    Answer run() throws SQLException;
  }

  /**
   * Runs the work, or answers what it answered before. The work and its answer become visible
   * together when the caller commits. An exception from the work stores nothing: the same key may
   * be tried again.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 if the same call is being worked on in
   *     another transaction; 422 if the key came with another payload before
   */
  public Answer once(Connection connection, IdempotentCall call, Work work) throws SQLException {
    if (!tryLock(connection, List.of(call.id())).contains(call.id())) {
      throw inProgress();
    }
    StoredAnswer earlier = find(connection, List.of(call.id())).get(call.id());
    if (earlier != null) {
      return earlier.replayTo(call);
    }
    Answer answer = work.run();
    if (store(connection, List.of(new StoredAnswer(call, answer))).isEmpty()) {
      throw inProgress();
    }
    return answer;
  }

  /**
   * Locks these calls until the transaction ends, without waiting, in one round trip.
   *
   * @return the calls that are ours now; the others are being worked on elsewhere (409)
   */
  public Set<CallId> tryLock(Connection connection, List<CallId> calls) throws SQLException {
    return answers.tryLock(connection, calls);
  }

  /** The answers given before to these calls, in one round trip. */
  public Map<CallId, StoredAnswer> find(Connection connection, List<CallId> calls)
      throws SQLException {
    return answers.find(connection, calls);
  }

  /**
   * Stores answers, in one round trip.
   *
   * @return the calls whose answer was stored; one that is missing here has been answered by
   *     another transaction meanwhile, and its effect must be rolled back
   */
  public Set<CallId> store(Connection connection, List<StoredAnswer> given) throws SQLException {
    return answers.store(connection, given);
  }

  /**
   * Deletes answers given before this time, at most so many, so that no transaction gets long; call
   * it until it returns less. Baton keeps answers for 30 days.
   *
   * @return how many were deleted
   */
  public int forget(Connection connection, Instant olderThan, int most) throws SQLException {
    return answers.forget(connection, olderThan, most);
  }

  /**
   * Deletes every answer about a lead.
   *
   * @return how many were deleted
   */
  public int eraseSubject(Connection connection, UUID subject) throws SQLException {
    return answers.erase(connection, subject);
  }

  private static RuntimeException inProgress() {
    return ProblemType.IDEMPOTENCY_KEY_IN_PROGRESS.because("repeat the call in a moment");
  }
}
