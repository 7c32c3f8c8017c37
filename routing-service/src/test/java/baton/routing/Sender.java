package baton.routing;

import baton.routing.Incoming.Message;
import baton.testing.BatonInfrastructure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
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

  void send(Message message) {
    var read = message.read();
    send(read.topic(), read.key(), read.value(), message.headers());
  }

  void send(String topic, String key, byte[] value, Map<String, String> headers) {
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
