package baton.eventlog.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OwnPartitionsTest {

  private static final TopicPartition MINE = new TopicPartition("baton.intake", 0);
  private static final TopicPartition THEIRS = new TopicPartition("baton.intake", 1);
  private static final TopicPartition READ = new TopicPartition("baton.activity", 0);

  @Test
  void whatIsAssignedHereIsOwnAndNothingElse() {
    var own = own(Map.of("intake", assigned(MINE), "activity", assigned(READ)));
    assertThat(own.among(Set.of(MINE, THEIRS))).containsExactly(MINE);
  }

  @Test
  void withADeadChannelEverythingIsOwn() {
    var dead = Uni.createFrom().<Set<TopicPartition>>failure(new IllegalStateException("closed"));
    var own = own(Map.of("intake", dead, "activity", assigned(READ)));
    assertThat(own.among(Set.of(MINE, THEIRS))).containsExactlyInAnyOrder(MINE, THEIRS);
  }

  private static Uni<Set<TopicPartition>> assigned(TopicPartition partition) {
    return Uni.createFrom().item(Set.of(partition));
  }

  private static OwnPartitions own(Map<String, Uni<Set<TopicPartition>>> byChannel) {
    return new OwnPartitions(
        new KafkaClientService() {
          @Override
          public <K, V> List<KafkaConsumer<K, V>> getConsumers(String channel) {
            return List.of(consumer(byChannel.get(channel)));
          }

          @Override
          public <K, V> KafkaProducer<K, V> getProducer(String channel) {
            return null;
          }

          @Override
          public Set<String> getConsumerChannels() {
            return byChannel.keySet();
          }

          @Override
          public Set<String> getProducerChannels() {
            return Set.of();
          }
        });
  }

  @SuppressWarnings("unchecked")
  private static <K, V> KafkaConsumer<K, V> consumer(Uni<Set<TopicPartition>> assignments) {
    return (KafkaConsumer<K, V>)
        Proxy.newProxyInstance(
            KafkaConsumer.class.getClassLoader(),
            new Class<?>[] {KafkaConsumer.class},
            (proxy, method, arguments) -> assignments);
  }
}
