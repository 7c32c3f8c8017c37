package baton.http.problem;

import baton.http.correlation.Correlation;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The one place that decides how a failure looks to the caller. Every exception mapper of the
 * problem extension passes its result through here; whatever it is made of, it leaves with a type
 * of {@link ProblemType} and the request's correlation id, and without internals.
 *
 * <p>Logs one line an answer: type, status and correlation id, and for our own faults where it
 * happened. Messages are left out, since they quote what the caller sent.
 */
@ApplicationScoped
class StableProblems implements ProblemPostProcessor {

  private static final Logger LOG = Logger.getLogger("baton.http.problem");

  /** Before the extension's own processors, which run at 99 to 101. */
  private static final int FIRST = 1000;

  private final Correlation ofRequest;

  StableProblems(Correlation ofRequest) {
    this.ofRequest = ofRequest;
  }

  @Override
  public int priority() {
    return FIRST;
  }

  @Override
  public HttpProblem apply(HttpProblem problem, ProblemContext context) {
    HttpProblem.Builder stable = HttpProblem.builder(classify(problem, context.cause));
    correlation().ifPresent(id -> stable.with("correlationId", id));
    HttpProblem answer = stable.build();
    log(answer, context.cause);
    return answer;
  }

  /**
   * An answer that another thread completed has the request with it, and not what its logs carry.
   */
  private Optional<String> correlation() {
    return Arc.container().requestContext().isActive()
        ? Optional.of(ofRequest.id().toString())
        : Correlation.current();
  }

  private static HttpProblem classify(HttpProblem problem, Throwable cause) {
    if (isOurs(problem)) {
      return problem;
    }
    if (TransientFailure.is(cause)) {
      return ProblemType.UNAVAILABLE.because("a database is away; try again");
    }
    Optional<HttpProblem> invalidJson = InvalidJson.in(cause);
    if (invalidJson.isPresent()) {
      return invalidJson.get();
    }
    if (cause instanceof ConstraintViolationException violations) {
      return Violations.onReturnValue(violations)
          ? ProblemType.INTERNAL.because(null)
          : ProblemType.INVALID_REQUEST.because(
              "the request breaks a constraint", Violations.errors(violations));
    }
    if (cause instanceof com.fasterxml.jackson.core.JsonProcessingException) {
      return ProblemType.INTERNAL.because(null);
    }
    return framed(problem);
  }

  private static boolean isOurs(HttpProblem problem) {
    return problem.getType() != null && problem.getType().toString().startsWith(ProblemType.BASE);
  }

  /** Keeps status and headers (WWW-Authenticate, Retry-After) of what the framework said. */
  private static HttpProblem framed(HttpProblem problem) {
    ProblemType type = ProblemType.ofStatus(problem.getStatusCode());
    HttpProblem.Builder framed = type.problem().withStatus(problem.getStatusCode());
    if (problem.getStatusCode() < 500 && saysSomething(problem.getDetail())) {
      framed.withDetail(problem.getDetail());
    }
    for (Map.Entry<String, Object> header : problem.getHeaders().entrySet()) {
      framed.withHeader(header.getKey(), header.getValue());
    }
    return framed.build();
  }

  /** "HTTP 404 Not Found" is what a JAX-RS exception says when nobody gave it a message. */
  private static boolean saysSomething(String detail) {
    return detail != null && !detail.startsWith("HTTP ");
  }

  private static void log(HttpProblem answer, Throwable cause) {
    if (answer.getStatusCode() == 500) {
      LOG.errorf(
          "problem type=%s status=%d %s",
          answer.getType(), answer.getStatusCode(), FailureTrace.of(cause));
    } else if (answer.getStatusCode() > 500) {
      LOG.warnf("problem type=%s status=%d", answer.getType(), answer.getStatusCode());
    } else {
      LOG.debugf("problem type=%s status=%d", answer.getType(), answer.getStatusCode());
    }
  }
}
