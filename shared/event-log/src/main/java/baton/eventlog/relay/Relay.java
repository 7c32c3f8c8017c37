package baton.eventlog.relay;

import baton.eventlog.relay.EventSender.SendFailed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

  private static final Duration BROKER_CHECK = Duration.ofSeconds(5);

  private final RelayLock lock;
  private final EventSender sender;
  private final CurrentStates states;
  private final Clock clock;

  private Cursor cursor;
  private boolean roundUnderWay;
  private Instant brokerChecked = Instant.MIN;
  private volatile Instant caughtUpAt;
  private volatile Instant movedAt;

  /**
   * @param dataSource gives the connection that holds the lock
   * @param states fill the compacted topics
   */
  public Relay(DataSource dataSource, EventSender sender, List<CurrentState> states, Clock clock) {
    this.lock = new RelayLock(dataSource);
    this.sender = sender;
    this.states = new CurrentStates(states);
    this.clock = clock;
    this.movedAt = clock.instant();
  }

  /**
   * Sends one round, if this instance is or becomes the one that may.
   *
   * @throws SendFailed if the broker is away; the next call goes on where this one stopped
   * @throws SQLException if the database is away; the lock is given up
   */
  public Result runOnce() throws SQLException, SendFailed, InterruptedException {
    movedAt = clock.instant();
    try {
      if (!lock.isHeld() && !takeOver()) {
        caughtUpAt = null;
        return Result.STANDBY;
      }
      Instant started = clock.instant();
      Snapshots.Now now = Snapshots.now(lock.connection());
      if (!cursor.server().equals(now.server())) {
        stepDown();
        return Result.NEEDS_REBASE;
      }
      if (followBroker(started)) {
        now = Snapshots.now(lock.connection());
      }
      Result result = sendRound(now);
      caughtUpAt = started;
      return result;
    } catch (SQLException e) {
      stepDown();
      throw e;
    } catch (SendFailed | InterruptedException | RuntimeException | Error e) {
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

  /**
   * When it last began a round or a page of one, whether or not that went well. A relay that is
   * called and does not move hangs. Callable from any thread.
   */
  public Instant movedAt() {
    return movedAt;
  }

  /** Has every event after this id sent again by the next round. Readers drop what they have. */
  public static void replayFrom(Connection connection, long id) throws SQLException {
    try (PreparedStatement ask =
        connection.prepareStatement("update relay_cursor set replay_from = ?")) {
      ask.setLong(1, id);
      ask.executeUpdate();
    }
  }

  private boolean takeOver() throws SQLException {
    if (!lock.take()) {
      return false;
    }
    cursor = Cursor.load(lock.connection());
    roundUnderWay = true;
    return true;
  }

  /**
   * A broker that is not the one of before has empty topics: everything is sent again.
   *
   * @return true if it is another one
   */
  private boolean followBroker(Instant now) throws SQLException, SendFailed, InterruptedException {
    if (now.isBefore(brokerChecked.plus(BROKER_CHECK))) {
      return false;
    }
    String cluster = sender.clusterId();
    boolean another = !cluster.equals(cursor.brokerCluster());
    if (another) {
      if (cursor.brokerCluster() != null) {
        replayFrom(lock.connection(), 0);
        sender.close(); // it knows the topics of the old one
      }
      cursor = cursor.on(cluster);
      cursor.store(lock.connection());
    }
    brokerChecked = now;
    return another;
  }

  private Result sendRound(Snapshots.Now now)
      throws SQLException, SendFailed, InterruptedException {
    boolean sentRest = roundUnderWay && sendRest();
    Cursor next = cursor.nextRound(now.snapshot());
    if (now.replayFrom() != null) {
      next = cursor.againFrom(now.replayFrom(), now.snapshot());
      next.store(lock.connection());
      Snapshots.replayTaken(lock.connection(), now.replayFrom());
    }
    try (Round round = Round.open(lock.connection(), next, PAGE)) {
      if (round.isEmpty()) {
        cursor = next;
        return sentRest ? Result.SENT : Result.IDLE;
      }
      next.store(lock.connection());
      cursor = next;
      roundUnderWay = true;
      send(round);
      roundUnderWay = false;
      return Result.SENT;
    }
  }

  /** What a former round, here or in an instance that died, left unsent. */
  private boolean sendRest() throws SQLException, SendFailed, InterruptedException {
    try (Round rest = Round.open(lock.connection(), cursor, PAGE)) {
      boolean something = !rest.isEmpty();
      send(rest);
      roundUnderWay = false;
      return something;
    }
  }

  private void send(Round round) throws SQLException, SendFailed, InterruptedException {
    for (List<StoredEvent> page = round.next(); !page.isEmpty(); page = round.next()) {
      movedAt = clock.instant();
      sender.send(states.filledIn(lock.connection(), page));
      cursor = cursor.sentUpTo(page.get(page.size() - 1).id());
      cursor.store(lock.connection());
    }
  }

  private void stepDown() {
    cursor = null;
    lock.release();
  }

  /** Gives up the lock, so that another instance can take over at once. */
  @Override
  public void close() {
    stepDown();
    sender.close();
  }
}
