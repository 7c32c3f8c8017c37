package baton.eventlog.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import baton.eventlog.EventLog;
import baton.eventlog.Transactions;
import baton.eventlog.inbox.Gaps;
import baton.eventlog.inbox.Inbox;
import baton.eventlog.inbox.Patience;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each event is applied once and in order, or it waits, or it is parked; and none stops the others.
 */
public abstract class InboxConformance {

  private static final String INTAKE = "baton.intake";
  private static final String ROUTING = "baton.routing";
  private static final UUID LEAD = UUID.fromString("01890000-0000-7000-8000-000000000001");
  private static final UUID OTHER = UUID.fromString("01890000-0000-7000-8000-000000000002");

  private static final String BLOCKED =
      "select count(*) from pg_locks where locktype = 'advisory' and not granted";

  private final String database;
  private final NoteTaker notes = new NoteTaker();
  private final Counting tally = new Counting();
  private final List<Integer> attempts = new ArrayList<>();
  private LogDatabase db;
  private Inbox inbox;

  protected InboxConformance(String database) {
    this.database = database;
  }

  @BeforeEach
  void emptyInbox() {
    db = LogDatabase.fresh(database);
    db.execute("create table if not exists note (id serial, text text)");
    db.execute("truncate note restart identity");
    Patience patience = (attempt, why) -> attempts.add(attempt);
    inbox = new Inbox(db.transactions(), notes, db.clock(), tally, patience);
  }

  @Test
  void eventsOfASubjectAreAppliedInOrderWhateverOrderTheyComeIn() {
    accept(event(INTAKE, LEAD, 3, "c"), event(INTAKE, LEAD, 1, "a"));
    assertThat(noted(LEAD)).containsExactly("a");
    accept(event(INTAKE, LEAD, 2, "b"));
    assertThat(noted(LEAD)).containsExactly("a", "b", "c");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void aRepetitionIsDroppedWithinABatchAndAfterIt() {
    var first = event(INTAKE, LEAD, 1, "a");
    accept(first, first);
    accept(first, event(INTAKE, LEAD, 2, "b"));
    assertThat(noted(LEAD)).containsExactly("a", "b");
    assertThat(tally.duplicates).isEqualTo(2);
  }

  @Test
  void theSequenceCountsByTopic() {
    accept(event(INTAKE, LEAD, 1, "a"), event(ROUTING, LEAD, 1, "b"));
    assertThat(noted(LEAD)).containsExactly("a", "b");
  }

  @Test
  void aLostEventIsAGapOfExactlyThatSubjectAndSequence() {
    accept(
        event(INTAKE, LEAD, 1, "a"),
        event(INTAKE, LEAD, 2, "b"),
        event(INTAKE, LEAD, 4, "d"),
        event(INTAKE, LEAD, 5, "e"),
        event(INTAKE, OTHER, 1, "x"));
    assertThat(noted(OTHER)).containsExactly("x");
    assertThat(gaps()).containsExactly(INTAKE + " " + LEAD + " 3-3");
  }

  @Test
  void anEarlyFactWaitsAndHoldsUpOnlyItsOwnLine() {
    accept(
        event(ROUTING, LEAD, 1, "needs:rep"),
        event(ROUTING, LEAD, 2, "later"),
        event(INTAKE, LEAD, 1, "free"));
    assertThat(noted(LEAD)).containsExactly("free");
    assertThat(gaps()).isEmpty();
    accept(event(INTAKE, OTHER, 1, "tells:rep"));
    assertThat(noted(LEAD)).containsExactly("free", "needs:rep", "later");
    assertThat(waiting()).isEmpty();
  }

  /**
   * The bringer of a fact has looked for waiters and not committed yet; the one who needs it does
   * not see it, and would wait for ever.
   */
  @Test
  void aFactThatBecomesKnownWhileSomebodyDecidesToWaitForItIsNotMissed() throws Exception {
    CountDownLatch lookedForWaiters = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    Transactions slow =
        new Transactions() {
          @Override
          public <T> T call(Work<T> work) throws SQLException {
            return db.transactions()
                .call(
                    connection -> {
                      T result = work.on(connection);
                      lookedForWaiters.countDown();
                      uninterruptibly(mayCommit);
                      return result;
                    });
          }
        };
    Inbox bringer = new Inbox(slow, notes, db.clock(), tally, (attempt, why) -> {});
    // Threads of their own: the common pool has one thread on a machine with two processors.
    ExecutorService instances = Executors.newFixedThreadPool(2);
    try {
      Future<?> bringing =
          instances.submit(() -> bringer.accept(List.of(event(INTAKE, OTHER, 1, "tells:rep"))));
      uninterruptibly(lookedForWaiters);
      Future<?> needing = instances.submit(() -> accept(event(ROUTING, LEAD, 1, "needs:rep")));
      await().until(() -> needing.isDone() || !db.one(BLOCKED).equals("0"));
      mayCommit.countDown();
      bringing.get(10, TimeUnit.SECONDS);
      needing.get(10, TimeUnit.SECONDS);
    } finally {
      instances.shutdownNow();
    }
    assertThat(noted(LEAD)).containsExactly("needs:rep");
    assertThat(waiting()).isEmpty();
  }

  private static void uninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void releasesCanReleaseFurther() {
    accept(event(ROUTING, LEAD, 1, "needs:b"), event(ROUTING, OTHER, 1, "needs:a"));
    accept(event(ROUTING, OTHER, 2, "tells:b"));
    accept(event(INTAKE, OTHER, 1, "tells:a"));
    assertThat(noted(LEAD)).containsExactly("needs:b");
    assertThat(noted(OTHER)).containsExactly("tells:a", "needs:a", "tells:b");
  }

  @Test
  void anEventThatCannotBeHandledParksAndOnlyItsOwnLineWaitsBehindIt() throws SQLException {
    accept(
        event(INTAKE, LEAD, 1, "a"),
        event(INTAKE, LEAD, 2, "bad"),
        event(INTAKE, LEAD, 3, "c"),
        event(INTAKE, OTHER, 1, "x"));
    accept(event(INTAKE, LEAD, 4, "d"));
    assertThat(noted(LEAD)).containsExactly("a");
    assertThat(noted(OTHER)).containsExactly("x");
    assertThat(gaps()).isEmpty();
    assertThat(db.one("select cause from parked where resolved_at is null"))
        .isEqualTo("IllegalArgumentException: cannot be handled");

    assertThat(inbox.replay(parked())).isFalse();
    notes.refuses = false;
    assertThat(inbox.replay(parked())).isTrue();
    assertThat(noted(LEAD)).containsExactly("a", "bad", "c", "d");
    assertThat(waiting()).isEmpty();
    assertThat(openParked()).isEqualTo("0");
  }

  @Test
  void aDiscardedEventLetsTheOnesBehindItGo() throws SQLException {
    accept(event(INTAKE, LEAD, 1, "bad"), event(INTAKE, LEAD, 2, "b"));
    UUID parked = parked();
    inbox.discard(parked);
    assertThat(noted(LEAD)).containsExactly("b");
    assertThatThrownBy(() -> inbox.discard(parked)).isInstanceOf(NoSuchElementException.class);
    accept(event(INTAKE, LEAD, 1, "bad"));
    assertThat(noted(LEAD)).containsExactly("b");
  }

  @Test
  void aParkedEventThatComesAgainAndCanBeHandledNowIsNoLongerParked() {
    accept(event(INTAKE, LEAD, 1, "bad"));
    notes.refuses = false;
    accept(event(INTAKE, LEAD, 1, "bad"), event(INTAKE, LEAD, 2, "b"));
    assertThat(noted(LEAD)).containsExactly("bad", "b");
    assertThat(openParked()).isEqualTo("0");
  }

  @Test
  void aParkedEventKeepsItsContentOnlyUntilItIsDealtWith() throws SQLException {
    accept(
        event(INTAKE, LEAD, 1, "bad and replayed"),
        event(INTAKE, OTHER, 1, "bad and discarded"),
        event(ROUTING, LEAD, 1, "bad and read again"));
    assertThat(parkedContents()).isEqualTo("3");
    inbox.discard(parked(INTAKE, OTHER));
    assertThat(parkedContents()).isEqualTo("2");
    notes.refuses = false;
    assertThat(inbox.replay(parked(INTAKE, LEAD))).isTrue();
    assertThat(parkedContents()).isEqualTo("1");
    accept(event(ROUTING, LEAD, 1, "bad and read again"));
    assertThat(parkedContents()).isEqualTo("0");
    assertThat(noted(LEAD)).containsExactly("bad and replayed", "bad and read again");
  }

  @Test
  void anEventThatParksAgainAfterItWasDealtWithHasItsContentAgain() throws SQLException {
    accept(event(INTAKE, LEAD, 2, "bad"), event(INTAKE, LEAD, 1, "a"));
    inbox.discard(parked());
    db.execute("update position set sequence = 1");
    accept(event(INTAKE, LEAD, 2, "bad"));
    assertThat(parkedContents()).isEqualTo("1");
    notes.refuses = false;
    assertThat(inbox.replay(parked())).isTrue();
    assertThat(noted(LEAD)).containsExactly("a", "bad");
  }

  @Test
  void aParkedEventParksOnceHoweverOftenItComes() {
    accept(event(INTAKE, LEAD, 1, "bad"));
    accept(event(INTAKE, LEAD, 1, "bad"));
    assertThat(db.one("select count(*) from parked")).isEqualTo("1");
  }

  @Test
  void aWaitingEventThatCannotBeHandledWhenItsTurnComesParks() {
    accept(event(INTAKE, LEAD, 2, "bad"), event(INTAKE, LEAD, 3, "c"));
    accept(event(INTAKE, LEAD, 1, "a"));
    assertThat(noted(LEAD)).containsExactly("a");
    assertThat(openParked()).isEqualTo("1");
    assertThat(waiting()).containsExactly("3");
  }

  @Test
  void unreadableHeadersParkAndTheNextRecordsFlow() {
    var broken = new ConsumerRecord<String, byte[]>(INTAKE, 0, 0, "no-uuid", bytes("a"));
    var noKey = new ConsumerRecord<String, byte[]>(INTAKE, 0, 1, null, bytes("b"));
    inbox.accept(List.of(broken, noKey, event(INTAKE, LEAD, 1, "a")));
    assertThat(noted(LEAD)).containsExactly("a");
    assertThat(openParked()).isEqualTo("2");
    assertThatThrownBy(() -> inbox.replay(parked())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anOversizedEventParksAndOneAtTheLimitDoesNot() {
    accept(
        event(INTAKE, LEAD, 1, "x".repeat(EventLog.MAX_PAYLOAD)),
        event(INTAKE, OTHER, 1, "x".repeat(EventLog.MAX_PAYLOAD + 1)));
    assertThat(noted(LEAD)).hasSize(1);
    assertThat(noted(OTHER)).isEmpty();
    assertThat(openParked()).isEqualTo("1");
  }

  @Test
  void aPassingFailureIsTriedAgainAndNeverParks() {
    notes.failsOnceWith = new SQLException("deadlock detected", "40P01");
    accept(event(INTAKE, LEAD, 1, "a"));
    assertThat(noted(LEAD)).containsExactly("a");
    assertThat(attempts).containsExactly(2);
    assertThat(openParked()).isEqualTo("0");
  }

  @Test
  void atShutdownTheBatchIsLeftToBeReadAgain() {
    notes.failsOnceWith = new SQLException("connection lost", "08006");
    Patience none =
        (attempt, why) -> {
          throw new Patience.Exhausted(why);
        };
    Inbox stopping = new Inbox(db.transactions(), notes, db.clock(), tally, none);
    assertThatThrownBy(() -> stopping.accept(List.of(event(INTAKE, LEAD, 1, "a"))))
        .isInstanceOf(Patience.Exhausted.class);
    assertThat(noted(LEAD)).isEmpty();
    accept(event(INTAKE, LEAD, 1, "a"));
    assertThat(noted(LEAD)).containsExactly("a");
  }

  @Test
  void whatIsNoConcernLeavesNothingButThePositionOfTheReader() {
    accept(event(INTAKE, LEAD, 1, "ignored"), event(INTAKE, LEAD, 2, "ignored"));

    assertThat(noted(LEAD)).isEmpty();
    assertThat(db.query("select id from subject")).isEmpty();
    assertThat(db.query("select sequence from position")).isEmpty();
    assertThat(db.query("select next_offset from read_position")).containsExactly("1");
  }

  @Test
  void whatIsTakenWithoutItsNumberWaitsForNothingBeforeItAndIsHandledAgainIfItComesAgain() {
    accept(event(INTAKE, LEAD, 3, "whenever"));
    accept(event(INTAKE, LEAD, 3, "whenever"));

    assertThat(noted(LEAD)).containsExactly("whenever", "whenever");
    assertThat(waiting()).isEmpty();
    assertThat(gaps()).isEmpty();
  }

  @Test
  void anEventOfWhichNobodyCanSayWhetherItIsTakenParksAndTheNextFlow() {
    accept(event(INTAKE, LEAD, 1, "bad from the start"), event(INTAKE, OTHER, 1, "x"));

    assertThat(db.one("select subject from parked where resolved_at is null"))
        .isEqualTo(LEAD.toString());
    assertThat(noted(OTHER)).containsExactly("x");
  }

  @Test
  void whatWaitsForAnotherEventOfTheSamePollIsNeverWrittenDown() {
    String rows = "select coalesce(pg_sequence_last_value('waiting_id_seq'), 0)";
    String before = db.one(rows);
    accept(event(ROUTING, LEAD, 1, "needs:lead"), event(INTAKE, LEAD, 1, "tells:lead"));

    assertThat(noted(LEAD)).containsExactly("tells:lead", "needs:lead");
    assertThat(db.one(rows)).isEqualTo(before);

    accept(event(ROUTING, LEAD, 2, "needs:decision"));
    assertThat(waiting()).containsExactly("2");
    assertThat(db.one(rows)).as("the sequence does tell").isNotEqualTo(before);
  }

  @Test
  void anyPermutationOfTheEventsOfALeadEndsInTheSameState() {
    List<ConsumerRecord<String, byte[]>> events =
        List.of(
            event(INTAKE, LEAD, 1, "tells:lead"),
            event(INTAKE, LEAD, 2, "touchpoint"),
            event("baton.qualification", LEAD, 1, "needs:lead"),
            event("baton.qualification", LEAD, 2, "tells:decision"),
            event(ROUTING, LEAD, 1, "needs:decision"),
            event(ROUTING, LEAD, 2, "tells:assignment"));
    TreeSet<String> outcomes = new TreeSet<>();
    int orders =
        Permutations.of(
            events,
            order -> {
              db.execute(
                  "delete from subject; delete from position; delete from waiting; delete from note");
              order.forEach(this::accept);
              List<String> noted = noted(LEAD);
              TreeSet<String> state = new TreeSet<>(noted);
              state.add("waiting " + waiting());
              outcomes.add(state.toString());
              assertThat(noted).containsSubsequence("tells:lead", "touchpoint");
              assertThat(noted).containsSubsequence("tells:lead", "needs:lead", "tells:decision");
              assertThat(noted).containsSubsequence("tells:decision", "needs:decision");
            });
    assertThat(orders).isEqualTo(720);
    assertThat(outcomes).hasSize(1);
    assertThat(outcomes.first()).contains("tells:assignment", "waiting []");
  }

  @Test
  void shuffledAndRepeatedEventsOfManyLeadsAreEachAppliedOnceAndInOrder() {
    List<UUID> leads = new ArrayList<>();
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    for (int l = 0; l < 20; l++) {
      leads.add(UUID.randomUUID());
      for (int n = 1; n <= 12; n++) {
        var event = event(INTAKE, leads.get(l), n, String.valueOf(n));
        all.add(event);
        if (n % 3 == 0) {
          all.add(event);
        }
      }
    }
    Collections.shuffle(all, new Random(7));
    for (int from = 0; from < all.size(); from += 37) {
      inbox.accept(all.subList(from, Math.min(all.size(), from + 37)));
    }
    for (UUID lead : leads) {
      assertThat(noted(lead))
          .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
    }
    assertThat(waiting()).isEmpty();
  }

  @SafeVarargs
  private void accept(ConsumerRecord<String, byte[]>... records) {
    inbox.accept(List.of(records));
  }

  private ConsumerRecord<String, byte[]> event(
      String topic, UUID subject, long sequence, String text) {
    var event = new ConsumerRecord<>(topic, 0, 0, subject.toString(), bytes(text));
    header(event, "ce_id", UUID.nameUUIDFromBytes(bytes(topic + subject + sequence)).toString());
    header(event, "ce_type", "baton.test.v1");
    header(event, "ce_subject", subject.toString());
    header(event, "ce_sequence", String.valueOf(sequence));
    header(event, "ce_time", "2026-03-02T08:59:00Z");
    return event;
  }

  private static void header(ConsumerRecord<String, byte[]> event, String name, String value) {
    event.headers().add(new RecordHeader(name, bytes(value)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> noted(UUID subject) {
    return db.query(
        "select split_part(text, '/', 3) from note where text like '%/"
            + subject
            + "/%' order by id");
  }

  private List<String> waiting() {
    return db.query("select sequence from waiting order by sequence");
  }

  private List<String> gaps() {
    return db.query(
        "select topic || ' ' || subject || ' ' || first || '-' || last from ("
            + Gaps.SQL
            + ") gap");
  }

  private UUID parked() {
    return UUID.fromString(db.one("select id from parked where resolved_at is null"));
  }

  private UUID parked(String topic, UUID subject) {
    return UUID.fromString(
        db.one(
            "select id from parked where topic = '%s' and subject = '%s'"
                .formatted(topic, subject)));
  }

  private String parkedContents() {
    return db.one("select count(*) from parked where payload is not null");
  }

  private String openParked() {
    return db.one("select count(*) from parked where resolved_at is null");
  }

  private static final class Counting extends SilentTally {
    private int duplicates;

    @Override
    public void duplicate(String topic) {
      duplicates++;
    }
  }
}
