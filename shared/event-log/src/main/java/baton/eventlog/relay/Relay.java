package baton.eventlog.relay;

import baton.eventlog.Transactions;
import baton.eventlog.relay.Cursor.Server;
import baton.eventlog.relay.EventSender.SendFailed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Sends the event log to the broker. Any number of instances may run; the one that holds an
 * advisory lock works, the others stand by and take over when its connection ends.
 *
 * <p>Guarantee: each committed event is acknowledged by the broker at least once, and the events of
 * a subject are sent in the order of their commits. What is sent twice, after a crash between
 * sending and noting it, is recognised by its sequence. Not thread-safe: one thread calls it.
 */
public final class Relay implements AutoCloseable {

  /** What a call did. */
  public enum Result {
    /** Another instance holds the lock. */
    STANDBY,
    /** There was nothing to send. */
    IDLE,
    /** A round was sent. */
    SENT,
    /** The database is not the one that the cursor belongs to: a person has to re-base it. */
    NEEDS_REBASE
  }

  /** How many events are read, sent and acknowledged at a time. */
  static final int PAGE = 500;

  /** How many ids a transaction of a re-base covers. */
  static final int REBASED_AT_A_TIME = 10_000;

  private static final long LOCK = 0x6261746f6e_01L;
  private static final Duration BROKER_CHECK = Duration.ofSeconds(5);

  private final DataSource dataSource;
  private final EventSender sender;
  private final Map<String, CurrentState> states;
  private final Clock clock;

  private Connection connection;
  private Cursor cursor;
  private boolean roundUnderWay;
  private Instant brokerChecked = Instant.MIN;
  private volatile Instant caughtUpAt;

  /**
   * @param dataSource gives the connection that holds the lock
   * @param states fill the compacted topics
   */
  public Relay(DataSource dataSource, EventSender sender, List<CurrentState> states, Clock clock) {
    this.dataSource = dataSource;
    this.sender = sender;
    this.states = states.stream().collect(Collectors.toMap(CurrentState::topic, s -> s));
    this.clock = clock;
  }

  /**
   * Sends one round, if this instance is or becomes the one that may.
   *
   * @throws SendFailed if the broker is away; the next call goes on where this one stopped
   * @throws SQLException if the database is away; the lock is given up
   */
  public Result runOnce() throws SQLException, SendFailed, InterruptedException {
    try {
      if (connection == null && !takeOver()) {
        caughtUpAt = null;
        return Result.STANDBY;
      }
      if (!cursor.server().equals(Server.current(connection))) {
        stepDown();
        return Result.NEEDS_REBASE;
      }
      Instant started = clock.instant();
      followBroker(started);
      Result result = sendRound();
      caughtUpAt = started;
      return result;
    } catch (SQLException e) {
      stepDown();
      throw e;
    } catch (SendFailed | InterruptedException e) {
      sender.close();
      brokerChecked = Instant.MIN;
      throw e;
    }
  }

  /**
   * The time up to which everything committed is known to be sent, or null if this instance has
   * sent nothing yet or stands by. Callable from any thread.
   */
  public Instant caughtUpAt() {
    return caughtUpAt;
  }

  /** Has every event after this id sent again by the next round. Readers drop what they have. */
  public static void replayFrom(Connection connection, long id) throws SQLException {
    try (PreparedStatement ask =
        connection.prepareStatement("update relay_cursor set replay_from = ?")) {
      ask.setLong(1, id);
      ask.executeUpdate();
    }
  }

  /**
   * Adopts the database as it is now, after a restore or a failover: everything after this id is
   * sent again, everything up to it counts as sent. The transaction ids of the rows are replaced,
   * since those of the old server mean nothing here; in many transactions, so that none takes time
   * that grows with the log. If it ends early, the relay goes on standing still: to be called
   * again.
   */
  public static void rebase(Transactions transactions, long id) throws SQLException {
    long last = transactions.call(Relay::lastId);
    for (long from = 0; from < last; from += REBASED_AT_A_TIME) {
      long after = from;
      transactions.call(
          connection -> {
            adopt(connection, after, Math.min(id, after + REBASED_AT_A_TIME), "'3'");
            adopt(
                connection, Math.max(id, after), after + REBASED_AT_A_TIME, "pg_current_xact_id()");
            return null;
          });
    }
    transactions.call(
        connection -> {
          String now = Snapshots.now(connection).snapshot();
          Cursor.load(connection).rebased(Server.current(connection), id, now).store(connection);
          return null;
        });
  }

  private static long lastId(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select coalesce(max(id), 0) from event")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void adopt(Connection connection, long after, long upTo, String xid)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update event set xid = " + xid + " where id > ? and id <= ?")) {
      update.setLong(1, after);
      update.setLong(2, upTo);
      update.executeUpdate();
    }
  }

  private boolean takeOver() throws SQLException {
    Connection candidate = dataSource.getConnection();
    boolean taken = false;
    try (Statement statement = candidate.createStatement()) {
      candidate.setAutoCommit(true);
      try (ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
        row.next();
        taken = row.getBoolean(1);
      }
      if (taken) {
        statement.execute("set synchronous_commit = off");
        cursor = Cursor.load(candidate);
        connection = candidate;
        roundUnderWay = true;
      }
      return taken;
    } finally {
      if (!taken) {
        candidate.close();
      }
    }
  }

  /** A broker that is not the one of before has empty topics: everything is sent again. */
  private void followBroker(Instant now) throws SQLException, SendFailed, InterruptedException {
    if (now.isBefore(brokerChecked.plus(BROKER_CHECK))) {
      return;
    }
    String cluster = sender.clusterId();
    if (!cluster.equals(cursor.brokerCluster())) {
      if (cursor.brokerCluster() != null) {
        replayFrom(connection, 0);
        sender.close(); // it knows the topics of the old one
      }
      cursor = cursor.on(cluster);
      cursor.store(connection);
    }
    brokerChecked = now;
  }

  private Result sendRound() throws SQLException, SendFailed, InterruptedException {
    boolean sentRest = roundUnderWay && sendRest();
    Snapshots.Now now = Snapshots.now(connection);
    Cursor next = cursor.nextRound(now.snapshot());
    if (now.replayFrom() != null) {
      next = cursor.againFrom(now.replayFrom(), now.snapshot());
      next.store(connection);
      Snapshots.replayTaken(connection, now.replayFrom());
    }
    try (Round round = Round.open(connection, next, PAGE)) {
      if (round.isEmpty()) {
        cursor = next;
        return sentRest ? Result.SENT : Result.IDLE;
      }
      next.store(connection);
      cursor = next;
      roundUnderWay = true;
      send(round);
      roundUnderWay = false;
      return Result.SENT;
    }
  }

  /** What a former round, here or in an instance that died, left unsent. */
  private boolean sendRest() throws SQLException, SendFailed, InterruptedException {
    try (Round rest = Round.open(connection, cursor, PAGE)) {
      boolean something = !rest.isEmpty();
      send(rest);
      roundUnderWay = false;
      return something;
    }
  }

  private void send(Round round) throws SQLException, SendFailed, InterruptedException {
    for (List<StoredEvent> page = round.next(); !page.isEmpty(); page = round.next()) {
      sender.send(withCurrentState(page));
      cursor = cursor.sentUpTo(page.get(page.size() - 1).id());
      cursor.store(connection);
    }
  }

  private List<StoredEvent> withCurrentState(List<StoredEvent> page) throws SQLException {
    Map<String, List<UUID>> wanted =
        page.stream()
            .filter(event -> states.containsKey(event.topic()) && event.payload() == null)
            .collect(
                Collectors.groupingBy(
                    StoredEvent::topic,
                    Collectors.mapping(StoredEvent::subject, Collectors.toList())));
    if (wanted.isEmpty()) {
      return page;
    }
    Map<String, Map<UUID, byte[]>> current = new HashMap<>();
    for (var entry : wanted.entrySet()) {
      current.put(entry.getKey(), states.get(entry.getKey()).of(connection, entry.getValue()));
    }
    List<StoredEvent> filled = new ArrayList<>(page.size());
    for (StoredEvent event : page) {
      boolean isState = event.payload() == null && current.containsKey(event.topic());
      filled.add(
          isState ? event.withPayload(current.get(event.topic()).get(event.subject())) : event);
    }
    return filled;
  }

  private void stepDown() {
    Connection lost = connection;
    connection = null;
    cursor = null;
    if (lost != null) {
      try (Statement statement = lost.createStatement()) {
        statement.execute("select pg_advisory_unlock_all()");
        statement.execute("reset synchronous_commit");
      } catch (SQLException e) {
        // The connection is gone, and the lock with it.
      } finally {
        closeQuietly(lost);
      }
    }
  }

  private static void closeQuietly(Connection lost) {
    try {
      lost.close();
    } catch (SQLException e) {
      // Nothing is left to close.
    }
  }

  /** Gives up the lock, so that another instance can take over at once. */
  @Override
  public void close() {
    stepDown();
    sender.close();
  }
}
