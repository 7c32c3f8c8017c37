package baton.intake.erasure;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.NewEvent;
import baton.eventlog.Transactions;
import baton.eventlog.runtime.EventLogConfig;
import baton.events.EventJson;
import baton.events.EventType;
import baton.events.intake.ProfileMarker;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;

/**
 * Writes a record of no meaning to each partition of the profile topic. A broker compacts closed
 * segments only, and closes one only when something is appended: without these markers a partition
 * in which nothing happens would keep what was erased.
 */
@Singleton
class PartitionMarkers {

  private final Transactions transactions;
  private final EventLog log;
  private final Clock clock;
  private final List<UUID> keys;

  PartitionMarkers(Transactions transactions, EventLog log, Clock clock, EventLogConfig config) {
    this.transactions = transactions;
    this.log = log;
    this.clock = clock;
    this.keys = keys(config.partitions());
  }

  void write() throws SQLException {
    transactions.call(
        connection -> log.append(connection, keys.stream().map(this::marker).toList()));
  }

  private NewEvent marker(UUID key) {
    EventType type = EventType.PROFILE_MARKER;
    ProfileMarker marker = new ProfileMarker(key, clock.instant());
    return new NewEvent(
        type.topic().topicName(),
        key,
        type.ceType(),
        marker.at(),
        EventJson.write(marker),
        false,
        Cause.ofItself());
  }

  /**
   * One key for each partition: the first of a fixed series that Kafka's partitioner puts there.
   */
  static List<UUID> keys(int partitions) {
    List<UUID> keys = new ArrayList<>();
    for (int partition = 0; partition < partitions; partition++) {
      int n = 0;
      UUID key;
      do {
        key = UUID.nameUUIDFromBytes(("marker-" + n++).getBytes(StandardCharsets.UTF_8));
      } while (partitionOf(key, partitions) != partition);
      keys.add(key);
    }
    return keys;
  }

  static int partitionOf(UUID key, int partitions) {
    byte[] bytes = key.toString().getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
  }
}
