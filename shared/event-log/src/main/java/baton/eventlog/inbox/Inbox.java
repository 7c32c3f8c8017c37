package baton.eventlog.inbox;

import baton.eventlog.EventLog;
import baton.eventlog.Failures;
import baton.eventlog.Transactions;
import baton.eventlog.inbox.Envelope.UnreadableRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;

/**
 * The door through which a service takes what other services published.
 *
 * <p>Guarantee: each event is applied exactly once, and those of a subject in their order, as far
 * as they have a sequence. A passing failure is tried again for as long as it takes; any other
 * parks the event that caused it and lets the others go on. So this never refuses a record.
 */
public final class Inbox {

  private final Transactions transactions;
  private final Subscriber subscriber;
  private final Clock clock;
  private final Tally tally;
  private final Patience patience;

  public Inbox(
      Transactions transactions,
      Subscriber subscriber,
      Clock clock,
      Tally tally,
      Patience patience) {
    this.transactions = transactions;
    this.subscriber = new Bounded(subscriber);
    this.clock = clock;
    this.tally = tally;
    this.patience = patience;
  }

  /**
   * Takes these records; returns when each is applied, waiting, parked or known to be a duplicate,
   * and that is committed.
   *
   * @throws Patience.Exhausted if the service shuts down before
   */
  public void accept(Iterable<ConsumerRecord<String, byte[]>> records) {
    Arrivals arrivals = new Arrivals();
    Map<ConsumerRecord<String, byte[]>, UnreadableRecord> unreadable = new LinkedHashMap<>();
    Set<TopicPartition> partitions = new HashSet<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      partitions.add(partition);
      try {
        Received event = receipt(record, Envelope.read(record));
        taken(event).ifPresent(taken -> arrivals.add(partition, taken));
      } catch (UnreadableRecord e) {
        unreadable.put(record, e);
      }
    }
    try {
      deliverUntilDone(records, partitions, arrivals.inOrder(), unreadable);
    } finally {
      tally.ended(partitions);
    }
  }

  /** What the subscriber cannot even say that of is taken as it came, and parks when looked at. */
  private Optional<Received> taken(Received event) {
    try {
      return subscriber.taken(event);
    } catch (RuntimeException e) {
      return Optional.of(event);
    }
  }

  /** The clocks of strangers are not trusted to say when something had come in. */
  private Received receipt(ConsumerRecord<String, byte[]> record, Received event) {
    if (event.sequence() != null) {
      return event;
    }
    boolean known = record.timestampType() != TimestampType.NO_TIMESTAMP_TYPE;
    Instant made =
        known && record.timestamp() > 0 ? Instant.ofEpochMilli(record.timestamp()) : null;
    return event.recordedBy(made, clock.instant());
  }

  private void deliverUntilDone(
      Iterable<ConsumerRecord<String, byte[]>> records,
      Set<TopicPartition> partitions,
      List<Received> events,
      Map<ConsumerRecord<String, byte[]>, UnreadableRecord> unreadable) {
    boolean oneByOne = false;
    for (int attempt = 1; ; attempt++) {
      try {
        deliver(records, events, unreadable, oneByOne);
        return;
      } catch (SQLException | RuntimeException e) {
        // If not even the bookkeeping works one by one, that is no fault of an event.
        if (Failures.isTransient(e) || oneByOne) {
          tally.retrying(partitions, e);
          patience.beforeAttempt(attempt + 1, e);
        } else {
          oneByOne = true;
        }
      }
    }
  }

  private void deliver(
      Iterable<ConsumerRecord<String, byte[]>> records,
      List<Received> events,
      Map<ConsumerRecord<String, byte[]>, UnreadableRecord> unreadable,
      boolean oneByOne)
      throws SQLException {
    transactions.call(
        connection -> {
          Parking parking = new Parking(connection);
          for (var entry : unreadable.entrySet()) {
            parking.parkUnreadable(entry.getKey(), entry.getValue(), clock.instant());
            tally.parked(entry.getKey().topic());
          }
          delivery(connection, oneByOne).apply(events);
          ReadPositions.advance(connection, records);
          return null;
        });
  }

  /** What became of an event that was handed in by itself. */
  public enum Taken {
    APPLIED,
    /** It builds on a fact that is not known yet, and is applied once it is. */
    WAITING
  }

  /**
   * Takes one event that did not come over a topic. What cannot be handled is thrown to the caller
   * and nothing is kept.
   */
  public Taken take(Received event) throws SQLException {
    return transactions.call(
        connection -> {
          Delivery delivery = delivery(connection, false);
          delivery.apply(List.of(event));
          return delivery.waits(event) ? Taken.WAITING : Taken.APPLIED;
        });
  }

  /**
   * Tries a parked event again, and what waits behind it.
   *
   * @return true if it is applied, or waits for its turn; false if it failed again and stays parked
   * @throws NoSuchElementException if no such event is parked
   * @throws IllegalStateException if its headers could not be read: it can only be discarded
   */
  public boolean replay(UUID parkedId) throws SQLException {
    return transactions.call(
        connection -> {
          Parking parking = new Parking(connection);
          Received event = parking.open(parkedId).orElseThrow();
          if (event.subject() == null) {
            throw new IllegalStateException("an unreadable record cannot be replayed");
          }
          Delivery delivery = delivery(connection, true);
          delivery.apply(List.of(event));
          if (delivery.parked(event)) {
            return false;
          }
          parking.resolve(parkedId, "REPLAYED", clock.instant());
          return true;
        });
  }

  /**
   * Gives a parked event up: it counts as dealt with, and what waits behind it goes on.
   *
   * @throws NoSuchElementException if no such event is parked
   */
  public void discard(UUID parkedId) throws SQLException {
    transactions.call(
        connection -> {
          Parking parking = new Parking(connection);
          Received event = parking.open(parkedId).orElseThrow();
          parking.resolve(parkedId, "DISCARDED", clock.instant());
          if (event.subject() != null) {
            delivery(connection, true).skip(event);
          }
          return null;
        });
  }

  private Delivery delivery(Connection connection, boolean oneByOne) {
    return new Delivery(connection, subscriber, clock, oneByOne, tally);
  }

  /** Keeps oversized payloads away from the service. */
  private record Bounded(Subscriber subscriber) implements Subscriber {

    @Override
    public Optional<Received> taken(Received event) {
      return subscriber.taken(event);
    }

    @Override
    public Handling begin(Connection connection, List<Received> events) throws SQLException {
      for (Received event : events) {
        if (event.payload() != null && event.payload().length > EventLog.MAX_PAYLOAD) {
          throw new OversizedEvent(event.payload().length);
        }
      }
      return subscriber.begin(connection, events);
    }
  }

  /** An event larger than any that this system publishes. */
  static final class OversizedEvent extends RuntimeException {
    private OversizedEvent(int size) {
      super("payload of %d bytes, at most %d are taken".formatted(size, EventLog.MAX_PAYLOAD));
    }
  }
}
