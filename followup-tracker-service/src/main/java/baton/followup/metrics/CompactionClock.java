package baton.followup.metrics;

import baton.eventlog.Failures;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/** Puts deltas together as soon as their hour has been over for a while. */
@Singleton
class CompactionClock {

  private static final Logger LOG = Logger.getLogger(CompactionClock.class);

  /** Longer than any transaction that records something. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private final Compaction compaction;
  private final Clock clock;

  CompactionClock(Compaction compaction, Clock clock) {
    this.compaction = compaction;
    this.clock = clock;
  }

  @Scheduled(every = "1m", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
  void compact() throws SQLException {
    Instant before = clock.instant().minus(GRACE).truncatedTo(ChronoUnit.HOURS);
    try {
      while (compaction.compactNext(before)) {
        LOG.debug("deltas of an hour were put together");
      }
    } catch (SQLException e) {
      if (!Failures.isTransient(e)) {
        throw e;
      }
      LOG.debugf("deltas will be put together later: %s", e.getSQLState());
    }
  }
}
