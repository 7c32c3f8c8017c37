package baton.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sends a problem from below JAX-RS, where no exception mapper looks. */
@ApplicationScoped
public class ProblemWriter {

  private final ObjectMapper json;
  private final StableProblems stable;

  @Inject
  ProblemWriter(ObjectMapper json, StableProblems stable) {
    this.json = json;
    this.stable = stable;
  }

  /** Ends the response with this problem. The future completes once it is written. */
  public Future<Void> send(RoutingContext routing, HttpProblem problem) {
    HttpProblem answer =
        stable.apply(problem, ProblemContext.of(problem, routing.request().path()));
    HttpServerResponse response = routing.response().setStatusCode(answer.getStatusCode());
    response.putHeader("Content-Type", HttpProblem.MEDIA_TYPE.toString());
    answer.getHeaders().forEach((name, value) -> response.putHeader(name, String.valueOf(value)));
    try {
      return response.end(json.writeValueAsString(answer));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
