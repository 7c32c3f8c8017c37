package baton.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What stands on a topic, read as a reader does: each event once, by its id. {@link #toEnd} reads
 * on from where it stopped.
 */
final class Published implements AutoCloseable {

  private final String topic;
  private final String forbidden;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Set<String> seen = new HashSet<>();
  private final List<Event> events = new ArrayList<>();
  private final Map<String, TreeSet<Long>> sequences = new HashMap<>();
  private int duplicates;
  private boolean marker;

  /** An event with its headers. */
  record Event(String id, String type, String subject, JsonNode data) {}

  /**
   * @param marker a text in lower case that must not stand anywhere on it, in whatever case
   */
  Published(String bootstrapServers, String topic, String marker) {
    this.topic = topic;
    this.forbidden = marker;
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    this.partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads to what is the end now. */
  Published toEnd() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
        read(record);
      }
    }
    return this;
  }

  String topic() {
    return topic;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void read(ConsumerRecord<String, byte[]> record) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    marker |=
        new String(value, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT).contains(forbidden);
    String id = Crm.header(record, "ce_id");
    if (!seen.add(id)) {
      duplicates++;
      return;
    }
    String sequence = Crm.header(record, "ce_sequence");
    if (sequence != null) {
      sequences.computeIfAbsent(record.key(), key -> new TreeSet<>()).add(Long.valueOf(sequence));
    }
    try {
      events.add(
          new Event(id, Crm.header(record, "ce_type"), record.key(), Doors.JSON.readTree(value)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Event> events() {
    return events;
  }

  List<Event> ofType(String type) {
    return events.stream().filter(event -> event.type().equals(type)).toList();
  }

  int duplicates() {
    return duplicates;
  }

  boolean hasMarker() {
    return marker;
  }

  /** Subjects whose sequence has a gap. */
  List<String> gaps() {
    return sequences.entrySet().stream()
        .filter(e -> e.getValue().first() != 1 || e.getValue().last() != e.getValue().size())
        .map(Map.Entry::getKey)
        .toList();
  }
}
