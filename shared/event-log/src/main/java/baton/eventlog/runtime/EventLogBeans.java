package baton.eventlog.runtime;

import baton.eventlog.EventLog;
import baton.eventlog.Transactions;
import baton.eventlog.inbox.Inbox;
import baton.eventlog.inbox.Patience;
import baton.eventlog.inbox.Subscriber;
import baton.eventlog.inbox.Tally;
import baton.eventlog.relay.CurrentState;
import baton.eventlog.relay.EventSender;
import baton.eventlog.relay.KafkaEventSender;
import baton.eventlog.relay.OwnedTopic;
import baton.eventlog.relay.Relay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Makes the parts of the event log, which know no framework, out of those of the application. */
@Singleton
public class EventLogBeans {

  @Produces
  @Singleton
  @DefaultBean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
  }

  @Produces
  @Singleton
  EventLog eventLog(
      Clock clock, RelayWaker relay, TransactionSynchronizationRegistry transactions) {
    return new EventLog(
        clock,
        () -> {
          if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transactions.registerInterposedSynchronization(relay);
          }
        });
  }

  @Produces
  @Singleton
  @DefaultBean
  EventSender sender(EventLogConfig config, Broker broker) {
    List<OwnedTopic> topics = new ArrayList<>();
    config
        .topics()
        .forEach((name, kept) -> topics.add(new OwnedTopic(name, config.partitions(), kept)));
    return new KafkaEventSender(broker.connection(), "/baton/" + config.service(), topics);
  }

  @Produces
  @Singleton
  Relay relay(
      AgroalDataSource dataSource,
      EventSender sender,
      @All List<CurrentState> states,
      Clock clock) {
    return new Relay(dataSource, sender, states, clock);
  }

  @Produces
  @Singleton
  Inbox inbox(
      Transactions transactions,
      Subscriber subscriber,
      Clock clock,
      Tally tally,
      Patience patience) {
    return new Inbox(transactions, subscriber, clock, tally, patience);
  }

  /** A service that reads no topics. */
  @Produces
  @Singleton
  @DefaultBean
  Subscriber nothingToRead() {
    return (connection, events) -> {
      throw new IllegalStateException("this service reads no topics");
    };
  }
}
