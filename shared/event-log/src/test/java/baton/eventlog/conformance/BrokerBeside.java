package baton.eventlog.conformance;

import baton.eventlog.inbox.Inbox;
import baton.eventlog.relay.KafkaEventSender;
import baton.eventlog.relay.OwnedTopic;
import baton.eventlog.relay.Relay;
import baton.testing.BatonInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A broker, and what a service does with it: one channel reads each topic, in batches, and a relay
 * publishes what follows.
 */
final class BrokerBeside implements AutoCloseable {

  /** As the services are configured. */
  private static final int BATCH = 200;

  private static final Duration IDLE = Duration.ofMillis(5);
  private static final Map<String, Object> BROKER =
      Map.of("bootstrap.servers", BatonInfrastructure.kafka().bootstrapServers());

  private final LogDatabase database;
  private final Relay relay;
  private final Map<String, Channel> channels = new HashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private TopicWriter writer;

  /**
   * @param topic that the service publishes
   */
  BrokerBeside(LogDatabase database, String topic) {
    this.database = database;
    var owned = new OwnedTopic(topic, 3, OwnedTopic.Retention.THIRTY_DAYS);
    var sender = new KafkaEventSender(BROKER, "/baton/bench", List.of(owned));
    this.relay = new Relay(database.dataSource(), sender, List.of(), database.clock());
  }

  /** What was stored without having been published never is. */
  void forgetThePast() throws Exception {
    relay.runOnce();
    relay.close();
    database.execute(
        "update relay_cursor set previous = pg_current_snapshot(),"
            + " target = pg_current_snapshot(), last_id = 0");
    relay.runOnce();
  }

  /** Puts these on their topics, from where {@link #read} takes them. */
  void publish(List<ConsumerRecord<String, byte[]>> records) throws Exception {
    Map<String, Long> topics =
        records.stream()
            .collect(Collectors.groupingBy(ConsumerRecord::topic, Collectors.counting()));
    if (writer == null) {
      writer = new TopicWriter(topics.keySet().toArray(String[]::new));
    }
    topics.forEach(
        (topic, number) ->
            channels.computeIfAbsent(topic, Channel::new).isToRead(number.intValue()));
    writer.send(records);
  }

  /** Reads all that was published since, and returns when all that follows is published, too. */
  void read(Inbox inbox) throws Exception {
    CountDownLatch allRead = new CountDownLatch(1);
    Future<?> publishing = threads.submit(() -> relay(allRead));
    List<Future<?>> reading = new ArrayList<>();
    channels.values().forEach(channel -> reading.add(threads.submit(() -> channel.read(inbox))));
    for (Future<?> one : reading) {
      one.get();
    }
    allRead.countDown();
    publishing.get();
    if (!database.query("select 1 from waiting limit 1").isEmpty()) {
      throw new IllegalStateException("something waits that was not sent");
    }
  }

  /** Until nothing is left to publish of all that was read. */
  private Void relay(CountDownLatch allRead) throws Exception {
    boolean last;
    do {
      last = allRead.await(IDLE.toMillis(), TimeUnit.MILLISECONDS);
      while (relay.runOnce() == Relay.Result.SENT) {
        continue;
      }
    } while (!last);
    return null;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    relay.close();
    channels.values().forEach(channel -> channel.consumer.close());
    if (writer != null) {
      writer.close();
    }
  }

  /** Reads one topic, from where it stood when the channel was opened. */
  private static final class Channel {

    private final KafkaConsumer<String, byte[]> consumer;
    private int left;

    Channel(String topic) {
      Map<String, Object> settings = new HashMap<>(BROKER);
      settings.put("max.poll.records", BATCH);
      settings.put("isolation.level", "read_committed");
      settings.put("enable.auto.commit", false);
      consumer =
          new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
    }

    void isToRead(int number) {
      left += number;
    }

    Void read(Inbox inbox) {
      while (left > 0) {
        var records = consumer.poll(Duration.ofSeconds(1));
        if (!records.isEmpty()) {
          inbox.accept(records);
          left -= records.count();
        }
      }
      return null;
    }
  }
}
