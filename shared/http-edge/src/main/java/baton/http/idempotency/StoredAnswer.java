package baton.http.idempotency;

import baton.http.problem.ProblemType;

/** An answer with the call it belongs to, as it is stored. */
public record StoredAnswer(IdempotentCall call, Answer answer) {

  /**
   * The answer for a call that came again.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if it came with another payload
   */
  public Answer replayTo(IdempotentCall again) {
    if (!call.request().equals(again.request())) {
      throw ProblemType.IDEMPOTENCY_KEY_REUSED.because(
          "use a new Idempotency-Key for a new request");
    }
    return answer.asReplay();
  }
}
