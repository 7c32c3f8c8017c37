package baton.intake.limits;

import baton.intake.sources.Source;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets so many requests through, by source and overall. Only who has proved to be the source is
 * counted: otherwise anybody could use up what is another's.
 */
@Singleton
public class RateLimits {

  /** A source that was silent may send this many seconds' worth at once. */
  static final int BURST_SECONDS = 2;

  private final Limits limits;
  private final Limited overall;
  private final Map<String, Limited> bySource = new ConcurrentHashMap<>();
  private final MeterRegistry meters;

  /**
   * Requests that go through.
   *
   * @param bucket null if any number does
   */
  private record Limited(int perSecond, Bucket bucket) {

    static Limited to(int perSecond) {
      return new Limited(perSecond, perSecond == 0 ? null : filled(perSecond));
    }

    /** More than a bucket holds is let through when it is full. */
    Optional<Duration> take(int leads) {
      if (perSecond == 0) {
        return Optional.empty();
      }
      ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(tokens(leads));
      return probe.isConsumed()
          ? Optional.empty()
          : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    void giveBack(int leads) {
      if (perSecond > 0) {
        bucket.addTokens(tokens(leads));
      }
    }

    private long tokens(int leads) {
      return Math.min(leads, (long) perSecond * BURST_SECONDS);
    }

    private static Bucket filled(int perSecond) {
      return Bucket.builder()
          .addLimit(
              limit ->
                  limit
                      .capacity((long) perSecond * BURST_SECONDS)
                      .refillGreedy(perSecond, Duration.ofSeconds(1)))
          .build();
    }
  }

  @Inject
  RateLimits(Limits limits, MeterRegistry meters) {
    this.limits = limits;
    this.meters = meters;
    this.overall = Limited.to(limits.overall());
  }

  /**
   * Counts a request of this source.
   *
   * @return empty if it may go through, or after what time the next one may
   */
  public Optional<Duration> take(Source source) {
    return take(source, 1);
  }

  /**
   * Counts so many leads of this source that come in one request.
   *
   * @return empty if they may go through, or after what time as many may
   */
  public Optional<Duration> take(Source source, int leads) {
    Limited own = limited(source);
    Optional<Duration> wait = own.take(leads);
    if (wait.isEmpty()) {
      wait = overall.take(leads);
      if (wait.isPresent()) {
        own.giveBack(leads);
      }
    }
    if (wait.isPresent()) {
      meters.counter("baton.intake.limited", "source", source.id()).increment();
    }
    return wait;
  }

  private Limited limited(Source source) {
    Integer own = source.settings().requestsPerSecond();
    int perSecond = own == null ? limits.perSource() : own;
    return bySource.compute(
        source.id(),
        (id, before) ->
            before != null && before.perSecond() == perSecond ? before : Limited.to(perSecond));
  }
}
