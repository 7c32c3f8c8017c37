package baton.http.body;

import baton.http.problem.ProblemType;
import baton.http.problem.ProblemWriter;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that announces to be too large, before its first byte is read. A chunked body
 * announces nothing; {@link ChunkedBodyLimit} counts it while it is read.
 */
@ApplicationScoped
class BodyLimitFilter {

  /** After the correlation id, before Quarkus' own limit (-2 as a route order, 2 as a priority). */
  private static final int BEFORE_QUARKUS_LIMIT = 2000;

  /** How long the client may go on sending, unheard, so that it gets to read the answer. */
  private static final long LINGER_MILLIS = 1000;

  private final BodyLimits limits;
  private final ProblemWriter problems;

  @Inject
  BodyLimitFilter(
      BodyLimits limits,
      ProblemWriter problems,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize ceiling) {
    limits.mustFitUnder(ceiling.asLongValue());
    this.limits = limits;
    this.problems = problems;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_QUARKUS_LIMIT);
  }

  private void check(RoutingContext routing) {
    long limit = limits.bytesFor(routing.normalizedPath());
    String length = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      ChunkedBodyLimit.mark(routing, limit);
    } else if (exceeds(length, limit)) {
      hangUpAfterAnswer(routing);
      problems.send(routing, tooLarge(limit));
      return;
    }
    routing.next();
  }

  /** Netty has checked that it is a number; one too long for a {@code long} is too large. */
  private static boolean exceeds(String length, long limit) {
    try {
      return Long.parseLong(length.trim()) > limit;
    } catch (NumberFormatException tooLong) {
      return true;
    }
  }

  static HttpProblem tooLarge(long limit) {
    return ProblemType.BODY_TOO_LARGE
        .problem()
        .withDetail("at most " + limit + " bytes are taken here")
        .with("limit", limit)
        .build();
  }

  /** The rest of the body is thrown away for a moment and then the connection is closed. */
  static void hangUpAfterAnswer(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    if (request.version() == HttpVersion.HTTP_2) {
      routing.response().endHandler(ended -> routing.response().reset(0));
      return;
    }
    routing.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    routing
        .response()
        .endHandler(
            ended ->
                routing.vertx().setTimer(LINGER_MILLIS, timer -> request.connection().close()));
    if (!request.isEnded()) {
      request.handler(ignored -> {});
      request.resume();
    }
  }
}
