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
  private final Bucket overall;
  private final Map<String, Limited> bySource = new ConcurrentHashMap<>();
  private final MeterRegistry meters;

  private record Limited(int perSecond, Bucket bucket) {}

  @Inject
  RateLimits(Limits limits, MeterRegistry meters) {
    this.limits = limits;
    this.meters = meters;
    this.overall = bucket(limits.overall());
  }

  /**
   * Counts a request of this source.
   *
   * @return empty if it may go through, or after what time the next one may
   */
  public Optional<Duration> take(Source source) {
    Optional<Duration> wait = take(bucket(source));
    if (wait.isEmpty()) {
      wait = take(overall);
    }
    if (wait.isPresent()) {
      meters.counter("baton.intake.limited", "source", source.id()).increment();
    }
    return wait;
  }

  private static Optional<Duration> take(Bucket bucket) {
    if (bucket == null) {
      return Optional.empty();
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket(Source source) {
    Integer own = source.settings().requestsPerSecond();
    int perSecond = own == null ? limits.perSource() : own;
    return bySource
        .compute(
            source.id(),
            (id, before) ->
                before != null && before.perSecond() == perSecond
                    ? before
                    : new Limited(perSecond, bucket(perSecond)))
        .bucket();
  }

  private static Bucket bucket(int perSecond) {
    return perSecond == 0
        ? null
        : Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity((long) perSecond * BURST_SECONDS)
                        .refillGreedy(perSecond, Duration.ofSeconds(1)))
            .build();
  }
}
