package baton.qualification.decision.messaging;

import baton.eventlog.inbox.Inbox;
import baton.eventlog.runtime.RestingReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The channel that brings all topics which qualification reads. */
@ApplicationScoped
class QualificationChannel {

  private final Inbox inbox;
  private final RestingReader reader;

  QualificationChannel(Inbox inbox, RestingReader reader) {
    this.inbox = inbox;
    this.reader = reader;
  }

  @Incoming("events")
  @Blocking
  void take(ConsumerRecords<String, byte[]> records) {
    reader.during(records, () -> inbox.accept(records));
  }
}
