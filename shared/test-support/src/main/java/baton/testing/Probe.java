package baton.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads topics from their beginning, outside of any consumer group, and awaits records. What was
 * read stays, so that each call looks at everything the topic ever showed. Topics need not exist
 * yet. For one thread.
 */
public final class Probe implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<String> topics;
  private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

  private Probe(String bootstrapServers, List<String> topics) {
    this.topics = topics;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "500"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  /** A probe on the topics; the caller closes it. */
  public static Probe on(String bootstrapServers, String... topics) {
    return new Probe(bootstrapServers, List.of(topics));
  }

  /**
   * The first record, from the topics' beginning on, that matches.
   *
   * @throws AssertionError if none comes in time; it names what was seen instead
   */
  public ConsumerRecord<String, byte[]> await(
      Predicate<ConsumerRecord<String, byte[]>> wanted, Duration patience) {
    return await(1, wanted, patience).get(0);
  }

  /**
   * All matching records, once there are at least so many.
   *
   * @throws AssertionError if there are too few in time
   */
  public List<ConsumerRecord<String, byte[]>> await(
      int count, Predicate<ConsumerRecord<String, byte[]>> wanted, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      List<ConsumerRecord<String, byte[]>> found = seen.stream().filter(wanted).toList();
      if (found.size() >= count) {
        return found;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "%d of %d wanted records on %s within %s; seen %d: %s"
                .formatted(found.size(), count, topics, patience, seen.size(), summary()));
      }
      poll();
    }
  }

  /** Reads on for the given time and returns everything seen so far. */
  public List<ConsumerRecord<String, byte[]>> read(Duration time) {
    long deadline = System.nanoTime() + time.toNanos();
    do {
      poll();
    } while (System.nanoTime() < deadline);
    return seen();
  }

  /** Reads to the present ends of the topics and returns everything seen so far. */
  public List<ConsumerRecord<String, byte[]>> readToEnd() {
    poll();
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      poll();
    }
    return seen();
  }

  /** Everything read so far, in the order of arrival. */
  public List<ConsumerRecord<String, byte[]>> seen() {
    return List.copyOf(seen);
  }

  /** The text of a header, if the record has it. */
  public static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
    return Optional.ofNullable(record.headers().lastHeader(name))
        .map(header -> new String(header.value(), java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void poll() {
    if (assignment()) {
      consumer.poll(POLL).forEach(seen::add);
    } else {
      Waiting.pause(POLL);
    }
  }

  /** Takes every partition there is; asked each time, because topics appear and grow. */
  private boolean assignment() {
    Set<TopicPartition> partitions = new HashSet<>(consumer.assignment());
    for (String topic : topics) {
      if (partitions.stream().noneMatch(partition -> partition.topic().equals(topic))) {
        partitions.addAll(partitionsOf(topic));
      }
    }
    Set<TopicPartition> added = new HashSet<>(partitions);
    added.removeAll(consumer.assignment());
    if (!added.isEmpty()) {
      consumer.assign(partitions);
      consumer.seekToBeginning(added);
    }
    return !partitions.isEmpty();
  }

  private List<TopicPartition> partitionsOf(String topic) {
    try {
      return consumer.partitionsFor(topic, Duration.ofSeconds(5)).stream()
          .map(info -> new TopicPartition(info.topic(), info.partition()))
          .toList();
    } catch (KafkaException notThereYet) {
      return List.of();
    }
  }

  private String summary() {
    return seen.stream()
        .skip(Math.max(0, seen.size() - 20))
        .map(record -> header(record, "ce_type").orElse(record.topic()) + ":" + record.key())
        .toList()
        .toString();
  }
}
