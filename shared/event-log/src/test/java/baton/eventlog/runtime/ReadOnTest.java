package baton.eventlog.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import baton.eventlog.conformance.SilentTally;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that went back in time gets again what it has lost. */
class ReadOnTest {

  private ReadTopic topic;
  private TopicPartition partition;
  private KafkaConsumer<String, byte[]> consumer;

  @BeforeEach
  void readThreeRecords() throws Exception {
    topic = new ReadTopic(LogDatabase.fresh("event_log_read_on"), new SilentTally(), 1);
    partition = topic.partition(0);
    topic.publish(0, 3);
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                ReadTopic.connection().get("bootstrap.servers"),
                "group.id",
                topic.name),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(Set.of(partition));
    consumer.commitSync(Map.of(partition, new OffsetAndMetadata(3)));
  }

  @AfterEach
  void close() {
    consumer.close();
    topic.close();
  }

  @Test
  void whatTheDatabaseHasLostIsReadAgain() {
    ReadOn.readOn(consumer, Set.of(partition), Map.of(partition, 1L));
    assertThat(consumer.position(partition)).isEqualTo(1);
  }

  @Test
  void ofWhatItNeverHadEverythingIsRead() {
    ReadOn.readOn(consumer, Set.of(partition), Map.of());
    assertThat(consumer.position(partition)).isZero();
  }

  @Test
  void aDatabaseThatIsAheadOfTheBrokerChangesNothing() {
    ReadOn.readOn(consumer, Set.of(partition), Map.of(partition, 7L));
    assertThat(consumer.position(partition)).isEqualTo(3);
  }
}
