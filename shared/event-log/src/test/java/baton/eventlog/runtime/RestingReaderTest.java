package baton.eventlog.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The thread that polls does nothing else than waiting while what it brought is delivered. */
class RestingReaderTest {

  private static final TopicPartition MINE = new TopicPartition("leads", 0);
  private static final TopicPartition ANOTHERS = new TopicPartition("leads", 1);

  private final ExecutorService polling = Executors.newSingleThreadExecutor();
  private final AtomicInteger polls = new AtomicInteger();

  private volatile boolean ended;

  @AfterEach
  void end() {
    ended = true;
    if (!polling.isShutdown()) {
      polling.execute(polling::shutdown);
    }
  }

  @Test
  void aReaderRestsDuringItsDeliveryAndPollsAfterIt() {
    RestingReader resting = new RestingReader(service(reader(MINE)));
    resting.during(
        records(),
        () -> {
          pollWithoutEnd();
          await().until(() -> polls.get() > 1);
          // It came to its turn between rests: a few times, and not as often as it could.
          assertThat(polls.get()).isLessThan(100);
        });
    await().until(() -> polls.get() > 1000);
  }

  @Test
  void aReaderOfOtherPartitionsDoesNotRest() {
    RestingReader resting = new RestingReader(service(reader(ANOTHERS)));
    resting.during(
        records(),
        () -> {
          pollWithoutEnd();
          await().until(() -> polls.get() > 1000);
        });
  }

  @Test
  void aReaderThatHasEndedIsNoneOfTheDeliverysBusiness() {
    polling.shutdown();
    RestingReader resting = new RestingReader(service(reader(MINE)));
    resting.during(records(), polls::incrementAndGet);
    assertThat(polls).hasValue(1);
  }

  @Test
  void aDeliveryThatFailsWakesTheReader() {
    RestingReader resting = new RestingReader(service(reader(MINE)));
    assertThatThrownBy(
            () ->
                resting.during(
                    records(),
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    CountDownLatch polled = new CountDownLatch(1);
    polling.execute(polled::countDown);
    await().until(() -> polled.getCount() == 0);
  }

  private void pollWithoutEnd() {
    polling.execute(
        () -> {
          polls.incrementAndGet();
          if (!ended) {
            pollWithoutEnd();
          }
        });
  }

  private static ConsumerRecords<String, byte[]> records() {
    return new ConsumerRecords<>(
        Map.of(MINE, List.of(new ConsumerRecord<>("leads", 0, 0, "key", new byte[0]))), Map.of());
  }

  private static KafkaClientService service(KafkaConsumer<?, ?> reader) {
    return (KafkaClientService)
        Proxy.newProxyInstance(
            RestingReaderTest.class.getClassLoader(),
            new Class<?>[] {KafkaClientService.class},
            (proxy, method, arguments) ->
                method.getName().equals("getConsumerChannels")
                    ? Set.of("events")
                    : List.of(reader));
  }

  @SuppressWarnings("unchecked")
  private KafkaConsumer<?, ?> reader(TopicPartition assigned) {
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    consumer.assign(List.of(assigned));
    return (KafkaConsumer<?, ?>)
        Proxy.newProxyInstance(
            RestingReaderTest.class.getClassLoader(),
            new Class<?>[] {KafkaConsumer.class},
            (proxy, method, arguments) ->
                Uni.createFrom()
                    .item(consumer)
                    .runSubscriptionOn(polling)
                    .invoke(
                        c -> ((java.util.function.Consumer<Consumer<?, ?>>) arguments[0]).accept(c))
                    .replaceWithVoid());
  }
}
