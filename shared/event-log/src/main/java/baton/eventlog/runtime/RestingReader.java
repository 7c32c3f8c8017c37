package baton.eventlog.runtime;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Lets the thread that reads a channel rest while what it has read is delivered. By itself it asks
 * for nothing every 2 ms as soon as the next delivery waits, which is all the time under load, and
 * each time that costs as much as a few records. It still asks often enough to stay in its group.
 */
@Singleton
public class RestingReader {

  private static final long REST_MILLIS = 50;

  private final KafkaClientService clients;

  RestingReader(KafkaClientService clients) {
    this.clients = clients;
  }

  /** Delivers these records, which are not empty, while their reader rests. */
  public void during(ConsumerRecords<?, ?> records, Runnable delivery) {
    CountDownLatch delivered = new CountDownLatch(1);
    TopicPartition read = records.partitions().iterator().next();
    for (String channel : clients.getConsumerChannels()) {
      clients.getConsumers(channel).forEach(reader -> rest(reader, read, delivered));
    }
    try {
      delivery.run();
    } finally {
      delivered.countDown();
    }
  }

  /** A channel that ends meanwhile needs no rest. */
  private static void rest(
      KafkaConsumer<?, ?> reader, TopicPartition read, CountDownLatch delivered) {
    reader
        .runOnPollingThread(
            consumer -> {
              if (!isRestOver(consumer, read, delivered)) {
                rest(reader, read, delivered);
              }
            })
        .subscribe()
        .with(done -> {}, ended -> {});
  }

  private static boolean isRestOver(
      Consumer<?, ?> consumer, TopicPartition read, CountDownLatch delivered) {
    if (!consumer.assignment().contains(read)) {
      return true;
    }
    try {
      return delivered.await(REST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
