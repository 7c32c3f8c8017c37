package baton.intake.submission.rest;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.digest.Sha256;
import baton.http.problem.ProblemType;
import baton.intake.limits.RateLimits;
import baton.intake.limits.rest.TooMany;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import baton.intake.submission.Door;
import baton.intake.submission.Submission;
import baton.intake.submission.Verification;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;

/** What API clients submit, one lead or many: who may, how much, and as what it is written. */
@Singleton
class ApiSubmissions {

  private final Verification verification;
  private final RateLimits limits;
  private final Correlation correlation;
  private final Clock clock;

  ApiSubmissions(
      Verification verification, RateLimits limits, Correlation correlation, Clock clock) {
    this.verification = verification;
    this.limits = limits;
    this.correlation = correlation;
    this.clock = clock;
  }

  /** The request that brings them; to be asked for on its own thread. */
  Cause cause() {
    return new Cause(correlation.id(), null, correlation.traceparent());
  }

  /** The source, which may submit so many leads now; answers 403 or 429 otherwise. */
  Source admitted(Optional<Sources.WithSecrets> found, int leads) {
    Source source =
        found
            .map(Sources.WithSecrets::source)
            .filter(Source::active)
            .orElseThrow(
                () -> ProblemType.FORBIDDEN.because("the source of this key is not active"));
    limits
        .take(source, leads)
        .ifPresent(
            wait -> {
              throw TooMany.requests(String.valueOf(wait.toSeconds() + 1));
            });
    return source;
  }

  /**
   * A lead as it is written.
   *
   * @param dedup what makes it one
   * @param raw what the request was read from
   */
  Submission submission(Source source, Sha256 dedup, byte[] raw, LeadRequest request, Cause cause) {
    return new Submission(
        UuidCreator.getTimeOrderedEpoch(),
        source.id(),
        Door.API,
        null,
        null,
        dedup,
        Sha256.of(raw),
        MediaType.APPLICATION_JSON,
        raw,
        clock.instant(),
        verification.read(request.toContent(), source),
        cause);
  }
}
