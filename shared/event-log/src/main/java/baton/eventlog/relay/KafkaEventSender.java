package baton.eventlog.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends to Kafka, as CloudEvents 1.0 in binary mode, with an idempotent producer that waits for all
 * replicas. After a failure the producer is thrown away: what it still had under way must not
 * arrive after what the next one sends.
 */
public final class KafkaEventSender implements EventSender {

  private static final long ADMIN_TIMEOUT_SECONDS = 10;
  private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration PATIENCE = DELIVERY_TIMEOUT.plusSeconds(10);

  private final Map<String, Object> connection;
  private final String source;
  private final List<OwnedTopic> topics;

  private KafkaProducer<String, byte[]> producer;
  private Admin admin;
  private boolean topicsMade;

  /**
   * @param connection bootstrap servers and, where needed, security settings of the broker
   * @param source value of {@code ce_source}, for example {@code /baton/lead-intake}
   * @param topics made if they are missing, before the first event is sent
   */
  public KafkaEventSender(Map<String, Object> connection, String source, List<OwnedTopic> topics) {
    this.connection = Map.copyOf(connection);
    this.source = source;
    this.topics = List.copyOf(topics);
  }

  /** The settings of the producer, over those of the connection. */
  public Map<String, Object> producerSettings() {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY_TIMEOUT.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 8_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    return settings;
  }

  @Override
  public void send(List<StoredEvent> events) throws SendFailed, InterruptedException {
    try {
      makeTopics();
      if (producer == null) {
        producer = new KafkaProducer<>(producerSettings());
      }
      List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
      for (StoredEvent event : events) {
        Future<RecordMetadata> acknowledgement = producer.send(record(event));
        if (acknowledgement.isDone()) {
          acknowledgement
              .get(); // refused at once: the others would each wait as long to be refused
        }
        sent.add(acknowledgement);
      }
      awaitAll(sent, PATIENCE);
    } catch (ExecutionException e) {
      throw new SendFailed("the broker did not acknowledge", e.getCause());
    } catch (org.apache.kafka.common.errors.InterruptException e) {
      throw new InterruptedException(e.getMessage());
    } catch (KafkaException e) {
      throw new SendFailed("the broker cannot be reached", e);
    }
  }

  /**
   * Waits for all of them together. Not for ever, although the producer promises an answer: its
   * thread may have died of a lack of memory, and then nobody answers any more.
   */
  static void awaitAll(List<? extends Future<?>> acknowledgements, Duration patience)
      throws SendFailed, InterruptedException, ExecutionException {
    long end = System.nanoTime() + patience.toNanos();
    for (Future<?> acknowledgement : acknowledgements) {
      try {
        acknowledgement.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        throw new SendFailed("the producer does not answer", e);
      }
    }
  }

  @Override
  public String clusterId() throws SendFailed, InterruptedException {
    makeTopics(); // before anything is sent, so that readers find what they subscribe to
    return ask(admin().describeCluster().clusterId());
  }

  private void makeTopics() throws SendFailed, InterruptedException {
    if (!topicsMade) {
      Admin client = admin();
      for (OwnedTopic topic : topics) {
        topic.makeIfMissing(client);
      }
      topicsMade = true;
    }
  }

  private Admin admin() throws SendFailed {
    if (admin == null) {
      try {
        admin = Admin.create(new HashMap<>(connection));
      } catch (KafkaException e) {
        throw new SendFailed("the broker cannot be reached", e);
      }
    }
    return admin;
  }

  static <T> T ask(Future<T> answer) throws SendFailed, InterruptedException {
    try {
      return answer.get(ADMIN_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new SendFailed("the broker does not answer", e);
    }
  }

  private ProducerRecord<String, byte[]> record(StoredEvent event) {
    var record = new ProducerRecord<>(event.topic(), event.subject().toString(), event.payload());
    Headers headers = record.headers();
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", event.eventId());
    put(headers, "ce_type", event.type());
    put(headers, "ce_source", source);
    put(headers, "ce_subject", event.subject());
    put(headers, "ce_time", event.at());
    put(headers, "ce_recordedtime", event.recordedAt());
    put(headers, "ce_sequence", event.sequence());
    put(headers, "ce_correlationid", event.correlationId());
    put(headers, "ce_causationid", event.causationId());
    put(headers, "traceparent", event.traceparent());
    put(headers, "content-type", event.payload() == null ? null : "application/json");
    return record;
  }

  private static void put(Headers headers, String name, Object value) {
    if (value != null) {
      headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    boolean interrupted = Thread.interrupted(); // or nothing could be closed any more
    try {
      if (producer != null) {
        producer.close(Duration.ZERO);
      }
      if (admin != null) {
        admin.close(Duration.ZERO);
      }
    } finally {
      producer = null;
      admin = null;
      topicsMade = false;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
