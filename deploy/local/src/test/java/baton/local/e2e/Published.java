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

/** What stands on a topic, read to its end as a reader does: each event once, by its id. */
final class Published {

  private final List<Event> events = new ArrayList<>();
  private final Map<String, TreeSet<Long>> sequences = new HashMap<>();
  private int duplicates;
  private boolean marker;

  /** An event with its headers. */
  record Event(String id, String type, String subject, JsonNode data) {}

  /**
   * Reads a topic from its beginning to its end.
   *
   * @param marker a text in lower case that must not stand anywhere on it, in whatever case
   */
  static Published on(String bootstrapServers, String topic, String marker) {
    Published published = new Published();
    Set<String> seen = new HashSet<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          published.read(record, seen, marker);
        }
      }
    }
    return published;
  }

  private void read(ConsumerRecord<String, byte[]> record, Set<String> seen, String text) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    marker |= new String(value, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT).contains(text);
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
