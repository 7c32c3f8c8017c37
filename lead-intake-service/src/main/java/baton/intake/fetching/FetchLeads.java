package baton.intake.fetching;

import baton.eventlog.Cause;
import baton.intake.fetching.FetchTable.Due;
import baton.intake.fetching.Fetched.Failed;
import baton.intake.fetching.Fetched.Found;
import baton.intake.quarantine.SettleQuarantined;
import baton.intake.sources.Source;
import baton.intake.sources.Sources;
import baton.intake.webhook.KeptItems;
import baton.intake.webhook.Reference;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Asks platforms for what submissions lack, and has the submissions read again with it. An attempt
 * that fails is made again, see {@link Patience}.
 */
@Singleton
class FetchLeads {

  private static final Logger LOG = Logger.getLogger(FetchLeads.class);

  /** How many are asked for at the same time. */
  private static final int AT_ONCE = 20;

  /** Longer than an attempt takes: whoever has not ended by then is dead. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  /** How long a platform is left alone that does not say for how long. */
  private static final Duration REST = Duration.ofSeconds(5);

  private final FetchTable table;
  private final PlatformClient platforms;
  private final KeptItems items;
  private final SettleQuarantined settle;
  private final Sources sources;
  private final Clock clock;
  private final MeterRegistry meters;

  /** Until when platforms want to be left alone, by source, as far as this instance was told. */
  private final Map<String, Instant> resting = new ConcurrentHashMap<>();

  FetchLeads(
      FetchTable table,
      PlatformClient platforms,
      KeptItems items,
      SettleQuarantined settle,
      Sources sources,
      Clock clock,
      MeterRegistry meters) {
    this.table = table;
    this.platforms = platforms;
    this.items = items;
    this.settle = settle;
    this.sources = sources;
    this.clock = clock;
    this.meters = meters;
  }

  @Scheduled(every = "1s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  void fetchAll() throws SQLException {
    while (round() == AT_ONCE) {
      // As many as there were: there may be more.
    }
  }

  /** Sees to those that are due, up to {@link #AT_ONCE}; returns how many. */
  int round() throws SQLException {
    Instant now = clock.instant();
    List<Due> all = table.claim(now, now.plus(LEASE), AT_ONCE);
    Map<Due, CompletableFuture<Fetched>> asked = new LinkedHashMap<>();
    for (Due due : all) {
      Instant rest = resting.getOrDefault(due.source(), now);
      if (rest.isAfter(now)) {
        table.putOff(due.submissionId(), rest);
      } else {
        asked.put(due, ask(due));
      }
    }
    for (var answer : asked.entrySet()) {
      note(answer.getKey(), answer.getValue().join());
    }
    return all.size();
  }

  private CompletableFuture<Fetched> ask(Due due) {
    Source source = source(due);
    Optional<Reference> reference =
        items.reference(source, due.mediaType(), due.raw(), due.arrivedAt());
    Optional<String> token = sources.accessToken(source.id());
    if (reference.isEmpty()) {
      return CompletableFuture.completedFuture(Failed.because(FetchFailure.REFUSED));
    }
    return token.isEmpty()
        ? CompletableFuture.completedFuture(Failed.because(FetchFailure.NO_TOKEN))
        : platforms.ask(source.platform(), reference.get(), token.get());
  }

  private void note(Due due, Fetched fetched) throws SQLException {
    String outcome;
    if (fetched instanceof Found found) {
      byte[] completed =
          items.completed(source(due), due.mediaType(), due.raw(), due.arrivedAt(), found.said());
      settle.complete(due.submissionId(), completed, Cause.ofItself());
      outcome = "FOUND";
    } else {
      Failed failed = (Failed) fetched;
      Optional<Instant> next =
          Patience.next(due.wantedAt(), clock.instant(), due.attempts(), failed.retryAfter());
      table.failed(due.submissionId(), failed.why(), next.orElse(null));
      if (failed.why() == FetchFailure.RATE_LIMITED) {
        rest(due.source(), failed.retryAfter());
      }
      outcome = failed.why().name();
    }
    meters.counter("baton.fetches", "source", due.source(), "outcome", outcome).increment();
    LOG.infof(
        "fetched source=%s submission=%s outcome=%s attempts=%d",
        due.source(), due.submissionId(), outcome, due.attempts());
  }

  /** As long as the platform wants it, or {@link #REST} if it does not say. */
  private void rest(String source, Duration wanted) {
    Instant until = clock.instant().plus(wanted.compareTo(REST) > 0 ? wanted : REST);
    resting.merge(source, until, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Sources are never deleted. */
  private Source source(Due due) {
    return sources.find(due.source()).orElseThrow().source();
  }
}
