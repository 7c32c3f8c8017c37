package baton.eventlog.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.conformance.LogDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which standstill is the fault of this process, for two topics of two partitions each. */
class LagMonitorTest {

  private static final Duration ALLOWED = Duration.ofMinutes(2);

  private final LogDatabase db = LogDatabase.fresh("event_log_lag");
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MeteredTally tally = new MeteredTally(meters, db.clock());
  private ReadTopic alive;
  private ReadTopic dead;
  private final Set<TopicPartition> others = new HashSet<>();
  private ConsumerProgress progress;
  private LagMonitor monitor;

  @BeforeEach
  void twoTopics() throws Exception {
    alive = new ReadTopic(db, tally, 2);
    dead = new ReadTopic(db, tally, 2);
    progress =
        new ConsumerProgress(
            ReadTopic.connection(), db.dataSource(), Set.of(alive.name, dead.name));
    OwnPartitions ownPartitions =
        new OwnPartitions(null) {
          @Override
          Set<TopicPartition> among(Set<TopicPartition> partitions) {
            Set<TopicPartition> own = new HashSet<>(partitions);
            own.removeAll(others);
            return own;
          }
        };
    EventLogConfig config = TestConfig.defaults();
    monitor = new LagMonitor(progress, tally, ownPartitions, config, db.clock(), meters);
  }

  @AfterEach
  void close() {
    alive.close();
    dead.close();
    progress.close();
  }

  @Test
  void aDeadChannelDoesNotHideBehindALiveOne() {
    dead.publish(0, 1);
    lookWhileTheOtherTopicIsRead();
    assertThat(monitor.stuck()).isTrue();
    dead.read(0, 1);
    monitor.look();
    assertThat(monitor.stuck()).isFalse();
  }

  @Test
  void aPartitionThatIsNotReadDoesNotHideBehindAnotherOfItsTopic() {
    alive.publish(1, 1);
    lookWhileTheOtherTopicIsRead();
    assertThat(monitor.stuck()).isTrue();
  }

  @Test
  void aRetryingTopicIsNotStuckAndExcusesNoOther() {
    dead.publish(0, 1);
    dead.publish(1, 1);
    tally.retrying(Set.of(dead.partition(0)), new SQLTransientException("away"));
    lookWhileTheOtherTopicIsRead();
    assertThat(monitor.stuck()).isFalse();
    alive.publish(1, 1);
    lookWhileTheOtherTopicIsRead();
    assertThat(monitor.stuck()).isTrue();
  }

  @Test
  void aRetryOfOnePartitionIsNotEndedByADeliveryOfAnother() {
    dead.publish(0, 1);
    tally.retrying(Set.of(dead.partition(0)), new SQLTransientException("away"));
    tally.ended(Set.of(dead.partition(1)));
    lookWhileTheOtherTopicIsRead();
    assertThat(monitor.stuck()).isFalse();
    tally.ended(Set.of(dead.partition(0)));
    lookWhileTheOtherTopicIsRead();
    assertThat(monitor.stuck()).isTrue();
  }

  @Test
  void forTheStandstillOfAnotherInstanceThisOneDoesNotAnswer() {
    dead.publish(0, 1);
    others.add(dead.partition(0));
    lookWhileTheOtherTopicIsRead();
    assertThat(monitor.stuck()).isFalse();
  }

  @Test
  void whatIsReadSlowlyOrToItsEndIsNotStuck() {
    dead.publish(0, 1);
    dead.read(0, 1);
    lookWhileTheOtherTopicIsRead();
    assertThat(monitor.stuck()).isFalse();
  }

  /** Looks at the beginning and the end of the time allowed, and after it. */
  private void lookWhileTheOtherTopicIsRead() {
    alive.publish(0, 3);
    monitor.look();
    for (Duration step : new Duration[] {ALLOWED, Duration.ofMillis(1)}) {
      alive.read(0, 1);
      db.clock.advance(step);
      monitor.look();
    }
  }
}
