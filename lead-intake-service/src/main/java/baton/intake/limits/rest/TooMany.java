package baton.intake.limits.rest;

import baton.http.problem.ProblemType;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** The refusal of who sends more than a source may. Nothing of it is kept. */
public final class TooMany {

  private TooMany() {}

  /**
   * A problem to throw.
   *
   * @param retryAfter when to come back, in the unit that the sender reads
   */
  public static HttpProblem requests(String retryAfter) {
    return ProblemType.TOO_MANY_REQUESTS
        .problem()
        .withDetail("more requests than are taken of this source; send it again later")
        .withHeader("Retry-After", retryAfter)
        .build();
  }
}
