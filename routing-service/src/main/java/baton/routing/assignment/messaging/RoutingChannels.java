package baton.routing.assignment.messaging;

import baton.eventlog.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics that routing reads. */
@ApplicationScoped
class RoutingChannels {

  private final Inbox inbox;

  RoutingChannels(Inbox inbox) {
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

  @Incoming("followup")
  @Blocking
  void followup(ConsumerRecords<String, byte[]> records) {
    inbox.accept(records);
  }
}
