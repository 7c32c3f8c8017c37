package baton.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A CRM integration as a stranger would write it: a plain Kafka client and the AsyncAPI document,
 * no class of Baton. It learns of assignments and posts a call for each that it is told to.
 */
final class Crm implements AutoCloseable {

  private final Map<String, Assigned> assignments = new ConcurrentHashMap<>();
  private final Map<String, Instant> touches = new ConcurrentHashMap<>();
  private final Function<Assigned, List<Action>> habits;
  private final KafkaConsumer<String, byte[]> consumer;
  private final KafkaProducer<String, byte[]> producer;
  private final Thread thread = new Thread(this::run, "crm");
  private volatile boolean stopping;

  /** An assignment as the event tells it. */
  record Assigned(
      String assignmentId,
      String leadId,
      String cycleId,
      String repId,
      Instant at,
      JsonNode data) {}

  /**
   * What a rep does about a lead.
   *
   * @param more members of the activity, such as a disposition
   */
  record Action(String type, Map<String, String> more) {
    static final Action CALL = new Action("CALL", Map.of());

    static Action outcome(String disposition, Map<String, String> more) {
      Map<String, String> all = new HashMap<>(more);
      all.put("disposition", disposition);
      return new Action("DISPOSITION", all);
    }
  }

  /**
   * Reps who call and do nothing else.
   *
   * @param touched which leads are called, by lead id
   */
  static Crm calling(String bootstrapServers, Predicate<String> touched) {
    return new Crm(
        bootstrapServers,
        assigned -> touched.test(assigned.leadId()) ? List.of(Action.CALL) : List.of());
  }

  /**
   * @param habits what is done about an assignment, at once and in this order
   */
  Crm(String bootstrapServers, Function<Assigned, List<Action>> habits) {
    this.habits = habits;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "crm-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                "1000"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "acks", "all",
                "delivery.timeout.ms", "180000",
                "request.timeout.ms", "5000"),
            new StringSerializer(),
            new ByteArraySerializer());
    thread.start();
  }

  /** Every assignment heard of, by its id. */
  Map<String, Assigned> assignments() {
    return Map.copyOf(assignments);
  }

  /** When the lead of an assignment was called, by the assignment's id. */
  Map<String, Instant> touches() {
    return new HashMap<>(touches);
  }

  private void run() {
    consumer.subscribe(List.of("baton.routing"));
    while (!stopping) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
        if ("baton.lead.assigned.v1".equals(header(record, "ce_type"))) {
          hear(record);
        }
      }
    }
    consumer.close();
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    try {
      JsonNode data = Doors.JSON.readTree(record.value());
      Assigned assigned =
          new Assigned(
              data.path("assignmentId").asText(),
              data.path("leadId").asText(),
              data.path("cycleId").asText(),
              data.path("repId").asText(),
              Instant.parse(data.path("at").asText()),
              data);
      if (assignments.putIfAbsent(assigned.assignmentId(), assigned) == null) {
        int number = 0;
        for (Action action : habits.apply(assigned)) {
          act(assigned, action, number++);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void act(Assigned assigned, Action action, int number) throws IOException {
    Instant now = Instant.now();
    if (action.type().equals("CALL")) {
      touches.put(assigned.assignmentId(), now);
    }
    ObjectNode activity = Doors.JSON.createObjectNode();
    activity.put("source", "crm");
    activity.put("activityId", action.type() + number + "-" + assigned.assignmentId());
    activity.put("leadId", assigned.leadId());
    activity.put("repId", assigned.repId());
    activity.put("type", action.type());
    action.more().forEach(activity::put);
    activity.put("direction", "OUTBOUND");
    activity.put("occurredAt", now.toString());
    var record =
        new ProducerRecord<>(
            "baton.activity", assigned.leadId(), Doors.JSON.writeValueAsBytes(activity));
    for (var header :
        Map.of(
                "ce_specversion", "1.0",
                "ce_id", UUID.randomUUID().toString(),
                "ce_type", "baton.activity.v1",
                "ce_source", "/crm",
                "ce_subject", assigned.leadId(),
                "ce_time", now.toString(),
                "content-type", "application/json")
            .entrySet()) {
      record.headers().add(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8));
    }
    producer.send(record);
  }

  static String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close(Duration.ofSeconds(5));
  }
}
