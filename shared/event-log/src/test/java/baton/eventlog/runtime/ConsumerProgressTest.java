package baton.eventlog.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.eventlog.conformance.LogDatabase;
import baton.eventlog.conformance.SilentTally;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When everything on a topic counts as read, also where strangers use transactions. */
class ConsumerProgressTest {

  private final LogDatabase db = LogDatabase.fresh("event_log_progress");
  private ReadTopic topic;
  private ConsumerProgress progress;

  @BeforeEach
  void topic() throws Exception {
    topic = new ReadTopic(db, new SilentTally(), 2);
    progress = new ConsumerProgress(ReadTopic.connection(), db.dataSource(), Set.of(topic.name));
  }

  @AfterEach
  void close() {
    topic.close();
    progress.close();
  }

  @Test
  void behindACommittedTransactionEverythingIsRead() {
    try (var producer = ReadTopic.transactionalProducer()) {
      producer.beginTransaction();
      write(producer, 0, 2);
      producer.commitTransaction();
      topic.read(0, 2);
      assertEverythingIsRead();
    }
  }

  @Test
  void behindAnAbortedTransactionEverythingIsRead() {
    topic.publish(0, 1);
    try (var producer = ReadTopic.transactionalProducer()) {
      producer.beginTransaction();
      write(producer, 0, 3);
      write(producer, 1, 3);
      producer.abortTransaction();
      topic.read(0, 1);
      assertEverythingIsRead();
    }
  }

  @Test
  void anUnreadRecordBehindATransactionIsNotPassedOver() throws SQLException {
    try (var producer = ReadTopic.transactionalProducer()) {
      producer.beginTransaction();
      write(producer, 0, 1);
      producer.abortTransaction();
      topic.publish(0, 2);
      Map<TopicPartition, Long> ends = progress.ends();
      for (int look = 0; look < 4; look++) {
        assertThat(progress.reached(ends)).isFalse();
      }
      assertThat(progress.unread()).containsOnlyKeys(topic.partition(0));
      topic.read(0, 1);
      for (int look = 0; look < 4; look++) {
        assertThat(progress.reached(ends)).isFalse();
      }
      topic.read(0, 1);
      assertThat(progress.reached(ends)).isTrue();
    }
  }

  @Test
  void whatIsNotCommittedYetIsNotWaitedFor() throws SQLException {
    topic.publish(0, 1);
    try (var producer = ReadTopic.transactionalProducer()) {
      producer.beginTransaction();
      write(producer, 0, 1);
      topic.read(0, 1);
      assertThat(progress.reached(progress.ends())).isTrue();
      assertThat(progress.unread()).isEmpty();
      producer.commitTransaction();
      await().pollDelay(Duration.ZERO).until(() -> !progress.unread().isEmpty());
      topic.read(0, 1);
      assertEverythingIsRead();
    }
  }

  @Test
  void whatWasReadSinceTheEndsWereNotedIsNotTakenForALoss() throws SQLException {
    topic.publish(0, 1);
    topic.read(0, 1);
    Map<TopicPartition, Long> ends = progress.ends();
    topic.publish(0, 1);
    topic.read(0, 1);
    assertThat(progress.applied(ends)).containsEntry(topic.partition(0), 2L);
    assertThat(progress.applied(Map.of())).containsEntry(topic.partition(0), 2L);
  }

  @Test
  void aPartitionThatEndsBeforeWhatWasReadCountsAsUnread() throws SQLException {
    topic.publish(0, 2);
    topic.read(0, 2);
    db.execute("update read_position set next_offset = 7");
    assertThat(progress.unread())
        .containsEntry(topic.partition(0), new ConsumerProgress.Unread(0, 2));
  }

  @Test
  void whatIsReadOfATopicMadeAnewCountsBeforeAnybodyNoticedTheLoss() throws SQLException {
    db.execute("insert into read_position values ('" + topic.name + "', 0, 7, 1)");
    topic.publish(0, 2);
    topic.read(0, 2);
    assertThat(progress.unread()).isEmpty();
  }

  @Test
  void theFirstRecordDeliveredOnceMoreTakesNothingBack() throws SQLException {
    topic.publish(0, 2);
    topic.read(0, 2);
    topic.readAgain(0, 1);
    assertThat(progress.unread()).isEmpty();
  }

  private void assertEverythingIsRead() {
    Map<TopicPartition, Long> ends = progress.ends();
    await().pollDelay(Duration.ZERO).until(() -> progress.reached(ends));
    await().pollDelay(Duration.ZERO).until(() -> progress.unread().isEmpty());
  }

  private void write(KafkaProducer<String, byte[]> producer, int partition, int records) {
    for (int i = 0; i < records; i++) {
      producer.send(topic.record(partition));
    }
    producer.flush();
  }
}
