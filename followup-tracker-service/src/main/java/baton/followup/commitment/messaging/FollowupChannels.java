package baton.followup.commitment.messaging;

import baton.eventlog.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics that the tracker reads. */
@ApplicationScoped
class FollowupChannels {

  private final Inbox inbox;

  FollowupChannels(Inbox inbox) {
    this.inbox = inbox;
  }

  @Incoming("intake")
  @Blocking
  void intake(ConsumerRecords<String, byte[]> records) {
    inbox.accept(records);
  }

  @Incoming("qualification")
  @Blocking
  void qualification(ConsumerRecords<String, byte[]> records) {
    inbox.accept(records);
  }

  @Incoming("routing")
  @Blocking
  void routing(ConsumerRecords<String, byte[]> records) {
    inbox.accept(records);
  }

  @Incoming("roster")
  @Blocking
  void roster(ConsumerRecords<String, byte[]> records) {
    inbox.accept(records);
  }

  @Incoming("activity")
  @Blocking
  void activity(ConsumerRecords<String, byte[]> records) {
    inbox.accept(records);
  }
}
