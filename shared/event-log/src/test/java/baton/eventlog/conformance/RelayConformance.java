package baton.eventlog.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.NewEvent;
import baton.eventlog.relay.CurrentState;
import baton.eventlog.relay.EventSender.SendFailed;
import baton.eventlog.relay.Rebase;
import baton.eventlog.relay.Relay;
import baton.eventlog.relay.Relay.Result;
import baton.eventlog.relay.StoredEvent;
import baton.testing.BatonInfrastructure;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that was committed is sent, and in the order of commits for each subject. */
public abstract class RelayConformance {

  private static final UUID LEAD = UUID.fromString("01890000-0000-7000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("01890000-0000-7000-8000-000000000002");

  private final String database;
  private final RememberingSender broker = new RememberingSender();
  private final List<Relay> relays = new ArrayList<>();
  private LogDatabase db;

  protected RelayConformance(String database) {
    this.database = database;
  }

  @BeforeEach
  void emptyLog() {
    db = LogDatabase.fresh(database);
  }

  @AfterEach
  void closeRelays() {
    relays.forEach(Relay::close);
  }

  private Relay relay(CurrentState... states) {
    Relay relay = new Relay(db.dataSource(), broker, List.of(states), db.clock());
    relays.add(relay);
    return relay;
  }

  @Test
  void whatIsCommittedIsSentAndWhatIsRolledBackIsNot() throws Exception {
    db.append(LEAD, "a");
    try (Connection undone = db.begin()) {
      db.append(undone, LEAD, "never");
      undone.rollback();
    }
    db.append(LEAD, "b");
    Relay relay = relay();
    assertThat(relay.runOnce()).isEqualTo(Result.SENT);
    assertThat(relay.runOnce()).isEqualTo(Result.IDLE);
    assertThat(broker.asRead()).containsExactly(Map.entry(LEAD, List.of("a", "b")));
    assertThat(broker.sent()).extracting(StoredEvent::sequence).containsExactly(1L, 2L);
  }

  /**
   * The oldest transaction takes its xid first and writes last: an order by (xid, id) would publish
   * its event before those that were committed before it.
   */
  @Test
  void theOldestTransactionThatWritesLastIsPublishedLast() throws Exception {
    Relay relay = relay();
    try (Connection oldest = db.begin();
        Connection second = db.begin();
        Connection third = db.begin()) {
      takeXid(oldest);
      takeXid(second);
      takeXid(third);
      db.append(third, LEAD, "third writes first");
      third.commit();
      relay.runOnce();
      db.append(second, LEAD, "second");
      second.commit();
      db.append(oldest, LEAD, "oldest writes last");
      oldest.commit();
    }
    relay.runOnce();
    assertThat(broker.arrivals(LEAD))
        .containsExactly("third writes first", "second", "oldest writes last");
  }

  @Test
  void anInversionWithinOneRoundIsPublishedInCommitOrder() throws Exception {
    try (Connection oldest = db.begin();
        Connection youngest = db.begin()) {
      takeXid(oldest);
      takeXid(youngest);
      db.append(youngest, LEAD, "first");
      youngest.commit();
      db.append(oldest, LEAD, "second");
      oldest.commit();
    }
    relay().runOnce();
    assertThat(broker.arrivals(LEAD)).containsExactly("first", "second");
  }

  @Test
  void aTransactionThatCommitsLateIsNotSkipped() throws Exception {
    Relay relay = relay();
    try (Connection late = db.begin()) {
      db.append(late, OTHER, "written first, committed last");
      for (int i = 0; i < 3; i++) {
        db.append(LEAD, "meanwhile " + i);
        relay.runOnce();
      }
      assertThat(broker.arrivals(OTHER)).isEmpty();
      late.commit();
    }
    relay.runOnce();
    assertThat(broker.arrivals(OTHER)).containsExactly("written first, committed last");
    assertThat(broker.arrivals(LEAD)).hasSize(3);
  }

  @Test
  void aLongTransactionElsewhereInTheClusterStopsNothing() throws Exception {
    String elsewhere = database + "_elsewhere";
    try (Connection other =
        BatonInfrastructure.postgres()
            .createDatabase(elsewhere)
            .dataSource(elsewhere)
            .getConnection()) {
      other.setAutoCommit(false);
      takeXid(other);
      db.append(LEAD, "a");
      relay().runOnce();
      assertThat(broker.arrivals(LEAD)).containsExactly("a");
      other.rollback();
    }
  }

  @Test
  void manyPagesGoOutInOrder() throws Exception {
    List<String> expected = new ArrayList<>();
    try (Connection connection = db.begin()) {
      List<NewEvent> events = new ArrayList<>();
      for (int i = 0; i < 1_750; i++) {
        expected.add("n" + i);
        events.add(db.event(LEAD, "n" + i));
      }
      db.log.append(connection, events);
      connection.commit();
    }
    relay().runOnce();
    assertThat(broker.arrivals(LEAD)).isEqualTo(expected);
  }

  @Test
  void aRelayKilledBetweenSendingAndNotingItRepeatsAndLosesNothing() throws Exception {
    db.append(LEAD, "a");
    db.append(LEAD, "b");
    broker.loseNextAnswer();
    Relay dying = relay();
    assertThatThrownBy(dying::runOnce).isInstanceOf(SendFailed.class);
    dying.close();
    db.append(LEAD, "c");
    relay().runOnce();
    assertThat(broker.arrivals(LEAD)).containsExactly("a", "b", "a", "b", "c");
    assertThat(broker.asRead()).containsEntry(LEAD, List.of("a", "b", "c"));
  }

  @Test
  void aSuccessorFinishesTheRoundItFindsBeforeItBeginsAnother() throws Exception {
    try (Connection connection = db.begin()) {
      List<NewEvent> events = new ArrayList<>();
      for (int i = 0; i < 1_200; i++) {
        events.add(db.event(LEAD, "n" + i));
      }
      db.log.append(connection, events);
      connection.commit();
    }
    broker.failAfter(700);
    Relay dying = relay();
    assertThatThrownBy(dying::runOnce).isInstanceOf(SendFailed.class);
    dying.close();
    db.append(LEAD, "later");
    relay().runOnce();
    assertThat(broker.asRead().get(LEAD)).hasSize(1_201).endsWith("later");
    // The first page was noted: only the second is repeated.
    assertThat(broker.arrivals(LEAD)).hasSize(1_201 + 200);
  }

  @Test
  void onlyOneOfTwoRelaysWorksAndTheOtherTakesOver() throws Exception {
    Relay first = relay();
    Relay second = relay();
    assertThat(first.runOnce()).isEqualTo(Result.IDLE);
    assertThat(second.runOnce()).isEqualTo(Result.STANDBY);
    first.close();
    db.append(LEAD, "a");
    assertThat(second.runOnce()).isEqualTo(Result.SENT);
    assertThat(first.runOnce()).isEqualTo(Result.STANDBY);
  }

  @Test
  void underTwelveWritersRollBacksRestartsAndALongTransactionNothingIsLostOrInverted()
      throws Exception {
    int writers = 12;
    int perWriter = 60;
    List<UUID> leads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      leads.add(UUID.randomUUID());
    }
    AtomicBoolean writing = new AtomicBoolean(true);
    ExecutorService pool = Executors.newFixedThreadPool(writers + 2);
    try (Connection longOne = db.begin()) {
      db.append(longOne, OTHER, "long");
      List<Future<?>> writes = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        Random random = new Random(w);
        writes.add(pool.submit(writer(random, leads, perWriter)));
      }
      Callable<Void> restarting =
          () -> {
            Random random = new Random(99);
            while (writing.get()) {
              Relay relay = new Relay(db.dataSource(), broker, List.of(), db.clock());
              for (int i = 0; i < 1 + random.nextInt(20) && writing.get(); i++) {
                relay.runOnce();
              }
              relay.close();
            }
            return null;
          };
      Future<?> a = pool.submit(restarting);
      Future<?> b = pool.submit(restarting);
      for (Future<?> write : writes) {
        write.get(60, TimeUnit.SECONDS);
      }
      longOne.commit();
      writing.set(false);
      a.get(30, TimeUnit.SECONDS);
      b.get(30, TimeUnit.SECONDS);
    } finally {
      pool.shutdownNow();
    }
    relay().runOnce();
    Map<UUID, List<String>> expected = new HashMap<>();
    for (UUID lead : leads) {
      expected.put(
          lead,
          db.query(
              "select trim(both '\"' from convert_from(payload, 'UTF8')) from event where subject = '"
                  + lead
                  + "' order by sequence"));
    }
    expected.put(OTHER, List.of("long"));
    assertThat(broker.asRead()).containsExactlyInAnyOrderEntriesOf(expected);
  }

  private Callable<Void> writer(Random random, List<UUID> leads, int count) {
    return () -> {
      for (int i = 0; i < count; i++) {
        try (Connection connection = db.begin()) {
          if (random.nextBoolean()) {
            takeXid(connection);
          }
          db.append(connection, leads.get(random.nextInt(leads.size())), "e" + random.nextLong());
          if (random.nextInt(10) == 0) {
            connection.rollback();
          } else {
            connection.commit();
          }
        }
      }
      return null;
    };
  }

  @Test
  void aWipedBrokerIsFilledAgainFromTheLog() throws Exception {
    Relay relay = relay();
    db.append(LEAD, "a");
    db.append(LEAD, "b");
    relay.runOnce();
    broker.wipe();
    db.clock.advance(Duration.ofMinutes(1));
    relay.runOnce();
    assertThat(broker.asRead()).containsExactly(Map.entry(LEAD, List.of("a", "b")));
    assertThat(relay.runOnce()).isEqualTo(Result.IDLE);
  }

  @Test
  void aReplaySendsEverythingAfterTheIdAgain() throws Exception {
    Relay relay = relay();
    db.append(LEAD, "a");
    db.append(LEAD, "b");
    relay.runOnce();
    long first = Long.parseLong(db.one("select min(id) from event"));
    db.transactions()
        .call(
            connection -> {
              Relay.replayFrom(connection, first);
              return null;
            });
    relay.runOnce();
    assertThat(broker.arrivals(LEAD)).containsExactly("a", "b", "b");
    assertThat(relay.runOnce()).isEqualTo(Result.IDLE);
  }

  @Test
  void onARestoredDatabaseTheRelayStopsUntilItIsRebased() throws Exception {
    db.append(LEAD, "sent");
    relay().runOnce();
    relays.get(0).close();
    db.append(LEAD, "lost on the way");
    db.execute("update relay_cursor set system_identifier = 42");
    db.execute("update event set xid = '4000000000'");
    Relay relay = relay();
    assertThat(relay.runOnce()).isEqualTo(Result.NEEDS_REBASE);
    assertThat(broker.arrivals(LEAD)).containsExactly("sent");
    try (Connection underWay = db.begin()) {
      db.append(underWay, OTHER, "under way while it is re-based");
      Rebase.after(db.transactions(), Long.parseLong(db.one("select min(id) from event")));
      underWay.commit();
    }
    relay.runOnce();
    db.append(LEAD, "new");
    relay.runOnce();
    assertThat(broker.arrivals(LEAD)).containsExactly("sent", "lost on the way", "new");
    assertThat(broker.arrivals(OTHER)).containsExactly("under way while it is re-based");
  }

  @Test
  void onAnotherTimelineTheRelayStops() throws Exception {
    relay().runOnce();
    relays.get(0).close();
    db.execute("update relay_cursor set timeline = timeline + 1");
    assertThat(relay().runOnce()).isEqualTo(Result.NEEDS_REBASE);
  }

  @Test
  void aChangeOfStateIsSentAsItIsNowAndAsATombstoneOnceItIsGone() throws Exception {
    Map<UUID, byte[]> profiles = new HashMap<>();
    Relay relay = relay(profile(profiles));
    stateChanged(LEAD);
    stateChanged(OTHER);
    profiles.put(OTHER, "\"second version\"".getBytes(StandardCharsets.UTF_8));
    relay.runOnce();
    assertThat(broker.arrivals(OTHER)).containsExactly("second version");
    assertThat(broker.sent()).anyMatch(e -> e.subject().equals(LEAD) && e.payload() == null);
    assertThat(broker.sent()).allMatch(e -> e.sequence() == null);
    db.append(LEAD, "counts from one all the same");
    relay.runOnce();
    assertThat(broker.sent().get(2).sequence()).isEqualTo(1);
  }

  private static CurrentState profile(Map<UUID, byte[]> profiles) {
    return new CurrentState() {
      @Override
      public String topic() {
        return "baton.lead-profile";
      }

      @Override
      public Map<UUID, byte[]> of(Connection connection, Collection<UUID> subjects) {
        return profiles;
      }
    };
  }

  private void stateChanged(UUID subject) throws SQLException {
    db.transactions()
        .call(
            connection ->
                db.log.append(
                    connection,
                    List.of(
                        NewEvent.stateChanged(
                            "baton.lead-profile",
                            subject,
                            "baton.lead.profile.v1",
                            db.clock().instant(),
                            Cause.ofItself()))));
  }

  @Test
  void anIdleRelayWritesNothing() throws Exception {
    Relay relay = relay();
    db.append(LEAD, "a");
    relay.runOnce();
    relay.runOnce();
    // Other parts of the server may write in between; a window without any must be found.
    assertThat(IntStream.range(0, 20).anyMatch(i -> wroteNothing(relay))).isTrue();
  }

  private boolean wroteNothing(Relay relay) {
    try {
      String before = db.one("select pg_current_wal_insert_lsn()");
      for (int i = 0; i < 50; i++) {
        assertThat(relay.runOnce()).isEqualTo(Result.IDLE);
      }
      return before.equals(db.one("select pg_current_wal_insert_lsn()"));
    } catch (SQLException | SendFailed | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aPayloadOverTheLimitIsRefusedAndOneAtTheLimitIsNot() throws Exception {
    NewEvent atLimit = withPayload(EventLog.MAX_PAYLOAD);
    NewEvent over = withPayload(EventLog.MAX_PAYLOAD + 1);
    db.transactions().call(connection -> db.log.append(connection, List.of(atLimit)));
    assertThatThrownBy(
            () -> db.transactions().call(connection -> db.log.append(connection, List.of(over))))
        .isInstanceOf(EventLog.PayloadTooLarge.class);
    assertThat(db.one("select count(*) from event")).isEqualTo("1");
  }

  private NewEvent withPayload(int size) {
    return NewEvent.fact(
        LogDatabase.TOPIC,
        LEAD,
        "baton.test.v1",
        db.clock().instant(),
        new byte[size],
        Cause.ofItself());
  }

  private static void takeXid(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_current_xact_id()");
    }
  }
}
