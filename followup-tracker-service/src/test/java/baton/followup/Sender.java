package baton.followup;

import baton.testing.BatonInfrastructure;
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

/** Publishes as the other services do. */
final class Sender implements AutoCloseable {

  private final Map<String, Object> broker =
      Map.of("bootstrap.servers", BatonInfrastructure.kafka().bootstrapServers());
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());

  Sender(String... topics) throws InterruptedException, ExecutionException {
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
  final void send(ConsumerRecord<String, byte[]>... records) {
    for (ConsumerRecord<String, byte[]> r : records) {
      producer.send(new ProducerRecord<>(r.topic(), null, r.key(), r.value(), r.headers()));
    }
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
