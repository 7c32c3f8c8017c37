package baton.qualification.decision.messaging;

import baton.eventlog.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The channel that brings all topics which qualification reads. */
@ApplicationScoped
class QualificationChannel {

  private final Inbox inbox;

  QualificationChannel(Inbox inbox) {
    this.inbox = inbox;
  }

  @Incoming("events")
  @Blocking
  void take(ConsumerRecords<String, byte[]> records) {
    inbox.accept(records);
  }
}
