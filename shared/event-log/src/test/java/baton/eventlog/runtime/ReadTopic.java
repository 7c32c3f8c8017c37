package baton.eventlog.runtime;

import static org.awaitility.Awaitility.await;

import baton.eventlog.conformance.LogDatabase;
import baton.eventlog.inbox.Inbox;
import baton.eventlog.inbox.Received;
import baton.eventlog.inbox.Subscriber;
import baton.eventlog.inbox.Tally;
import baton.testing.BatonInfrastructure;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of its own on a real broker, with an inbox that reads it when it is told to. */
final class ReadTopic implements AutoCloseable {

  // One of each for all tests: they end with the JVM.
  private static final Admin ADMIN = Admin.create(connection());
  private static final KafkaProducer<String, byte[]> PRODUCER =
      new KafkaProducer<>(connection(), new StringSerializer(), new ByteArraySerializer());

  final String name = "test." + UUID.randomUUID();
  private final Inbox inbox;
  private final Map<String, Object> consumerSettings =
      new HashMap<>(
          Map.of(
              "isolation.level",
              "read_committed",
              "auto.offset.reset",
              "earliest",
              "max.poll.records",
              1,
              "fetch.max.wait.ms",
              20));
  private KafkaConsumer<String, byte[]> consumer;

  ReadTopic(LogDatabase db, Tally tally, int partitions)
      throws InterruptedException, ExecutionException {
    inbox = new Inbox(db.transactions(), new Applying(), db.clock(), tally, (attempt, why) -> {});
    consumerSettings.putAll(connection());
    ADMIN
        .createTopics(List.of(new NewTopic(name, Optional.of(partitions), Optional.empty())))
        .all()
        .get();
    consumer =
        new KafkaConsumer<>(
            consumerSettings, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.assign(
        java.util.stream.IntStream.range(0, partitions).mapToObj(this::partition).toList());
  }

  static Map<String, Object> connection() {
    return Map.of("bootstrap.servers", BatonInfrastructure.kafka().bootstrapServers());
  }

  TopicPartition partition(int number) {
    return new TopicPartition(name, number);
  }

  /** A producer with transactions, ready to begin one. */
  static KafkaProducer<String, byte[]> transactionalProducer() {
    Map<String, Object> settings = new HashMap<>(connection());
    settings.put("transactional.id", UUID.randomUUID().toString());
    var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }

  ProducerRecord<String, byte[]> record(int partition) {
    return new ProducerRecord<>(name, partition, UUID.randomUUID().toString(), new byte[0]);
  }

  /** Publishes so many records to a partition. */
  void publish(int partition, int records) {
    for (int i = 0; i < records; i++) {
      PRODUCER.send(record(partition));
    }
    PRODUCER.flush();
  }

  /** Applies the next records, so many in all, of one partition only. */
  void read(int partition, int records) {
    Set<TopicPartition> others = new java.util.HashSet<>(consumer.assignment());
    others.remove(partition(partition));
    consumer.pause(others);
    int[] read = {0};
    await()
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              List<ConsumerRecord<String, byte[]>> page =
                  consumer.poll(Duration.ofMillis(200)).records(partition(partition));
              inbox.accept(page);
              read[0] += page.size();
              return read[0] >= records;
            });
    consumer.resume(others);
  }

  /** Applies the first records of a partition again, so many in all. */
  void readAgain(int partition, int records) {
    consumer.seek(partition(partition), 0);
    read(partition, records);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static final class Applying implements Subscriber {
    @Override
    public Handling begin(Connection connection, List<Received> events) {
      return new Handling() {
        @Override
        public Outcome on(Received event) {
          return Outcome.applied();
        }

        @Override
        public void finish() {
          // Nothing was gathered.
        }
      };
    }
  }
}
