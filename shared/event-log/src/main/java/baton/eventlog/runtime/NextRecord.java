package baton.eventlog.runtime;

import baton.eventlog.runtime.ConsumerProgress.Unread;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Looks for the next record that a reader can get. An offset before the end does not prove that
 * there is one: the marks that end transactions, the records of aborted ones, and what compaction
 * took away have offsets, too.
 */
final class NextRecord {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int POLLS = 25;

  private NextRecord() {}

  /**
   * The offset of the first record between position and end, or the end if there is none, by
   * partition; one that could not be searched in five seconds is missing.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker is away
   */
  static Map<TopicPartition, Long> find(
      Map<String, Object> connection, Map<TopicPartition, Unread> unread) {
    Map<TopicPartition, Long> found = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(connection)) {
      consumer.assign(unread.keySet());
      unread.forEach((partition, stretch) -> consumer.seek(partition, stretch.position()));
      for (int i = 0; i < POLLS && found.size() < unread.size(); i++) {
        ConsumerRecords<byte[], byte[]> page = consumer.poll(POLL);
        for (TopicPartition partition : unread.keySet()) {
          List<ConsumerRecord<byte[], byte[]>> records = page.records(partition);
          long end = unread.get(partition).end();
          if (!records.isEmpty()) {
            found.putIfAbsent(partition, Math.min(end, records.get(0).offset()));
          } else if (consumer.position(partition, POLL) >= end) {
            found.putIfAbsent(partition, end);
          }
        }
        consumer.pause(found.keySet());
      }
    }
    return found;
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> connection) {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
