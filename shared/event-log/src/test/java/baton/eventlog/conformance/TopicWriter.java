package baton.eventlog.conformance;

import baton.testing.BatonInfrastructure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to topics of the tests' broker, as other services do, and creates them if need be. */
public final class TopicWriter implements AutoCloseable {

  private final Map<String, Object> broker =
      Map.of("bootstrap.servers", BatonInfrastructure.kafka().bootstrapServers());
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());

  /**
   * @param topics created with three partitions if they are not there
   */
  public TopicWriter(String... topics) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(broker)) {
      for (String topic : topics) {
        make(admin, topic);
      }
    }
  }

  private static void make(Admin admin, String topic)
      throws InterruptedException, ExecutionException {
    try {
      NewTopic wanted = new NewTopic(topic, Optional.of(3), Optional.empty());
      admin.createTopics(List.of(wanted)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  /** Sends these records, in this order, and returns once the broker has them. */
  @SafeVarargs
  public final void send(ConsumerRecord<String, byte[]>... records) {
    send(List.of(records));
  }

  /** The same. */
  public void send(List<ConsumerRecord<String, byte[]>> records) {
    for (ConsumerRecord<String, byte[]> r : records) {
      producer.send(new ProducerRecord<>(r.topic(), null, r.key(), r.value(), r.headers()));
    }
    producer.flush();
  }

  /** Sends whatever this is. */
  public void send(String topic, String key, byte[] value, Map<String, String> headers) {
    var record = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    producer.send(record);
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
