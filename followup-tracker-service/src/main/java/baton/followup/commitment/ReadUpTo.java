package baton.followup.commitment;

import baton.eventlog.runtime.ConsumerProgress;
import baton.eventlog.runtime.ConsumerProgress.BrokerAway;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The time up to which everything that was on the topics has been read. Nobody is accused by a
 * tracker that may still have the touch unread: a deadline fires once this time has passed it.
 *
 * <p>It notes where the topics end, and when; as soon as that much has been applied, everything
 * published before that moment is known. It works under constant traffic, too, where the very end
 * is never reached.
 */
@Singleton
public class ReadUpTo {

  private final ConsumerProgress progress;
  private final Clock clock;

  private Instant notedAt;
  private Map<TopicPartition, Long> noted;
  private Instant readUpTo = Instant.EPOCH;

  ReadUpTo(ConsumerProgress progress, Clock clock) {
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Looks how far reading has come and returns the time; it never goes back. With the broker away
   * it stands still.
   *
   * @throws SQLException if the database is away
   */
  public synchronized Instant look() throws SQLException {
    try {
      if (noted == null) {
        Instant now = clock.instant();
        Map<TopicPartition, Long> ends = progress.ends();
        progress.applied(ends); // drops what is known of topics that were lost and made anew
        noted = ends;
        notedAt = now;
      }
      if (progress.reached(noted)) {
        readUpTo = notedAt;
        noted = null;
      }
    } catch (BrokerAway e) {
      // What is on the topics cannot be known now, and after its return it may be less than before.
      noted = null;
    }
    return readUpTo;
  }
}
