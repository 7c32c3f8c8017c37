package baton.eventlog.runtime;

import baton.eventlog.inbox.ReadPositions;
import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads on from what the database has applied. The broker knows an offset, too, and that is ahead
 * when the database went back in time, by a restore or a failover: then what lies between is read
 * again. What was applied all the same is dropped as usual.
 */
@ApplicationScoped
@Identifier("read-on")
class ReadOn implements KafkaConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(ReadOn.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DataSource dataSource;

  ReadOn(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> applied;
    try (Connection connection = dataSource.getConnection()) {
      applied = ReadPositions.read(connection);
    } catch (SQLException e) {
      // A database that is away has not come back from an earlier time yet.
      LOG.debugf("not known how far was applied: %s", e.getSQLState());
      return;
    }
    try {
      readOn(consumer, Set.copyOf(partitions), applied);
    } catch (KafkaException e) {
      LOG.debugf("not known from where is read: %s", e.getClass().getName());
    }
  }

  static void readOn(
      Consumer<?, ?> consumer, Set<TopicPartition> partitions, Map<TopicPartition, Long> applied) {
    for (var committed : consumer.committed(partitions, PATIENCE).entrySet()) {
      TopicPartition partition = committed.getKey();
      OffsetAndMetadata offset = committed.getValue();
      long position = applied.getOrDefault(partition, 0L);
      if (offset != null && position < offset.offset()) {
        LOG.warnf("%s is read again from %d, not from %d", partition, position, offset.offset());
        consumer.seek(partition, position);
      }
    }
  }
}
