package baton.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import baton.eventlog.Cause;
import baton.eventlog.Transactions;
import baton.eventlog.conformance.LogDatabase;
import baton.http.digest.Sha256;
import baton.intake.sources.Platform;
import baton.intake.sources.Source;
import baton.intake.sources.SourceSettings;
import baton.intake.verification.EmailVerifier;
import baton.intake.verification.MailLists;
import baton.intake.verification.PhoneVerifier;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of submissions, many at a time, on a real database. */
class SubmitLeadsTest {

  private final Verification verification =
      new Verification(new EmailVerifier(() -> MailLists.BUILT_IN), new PhoneVerifier());
  private final List<SubmitLeads> opened = new ArrayList<>();
  private LogDatabase db;

  @BeforeEach
  void emptyIntake() {
    db = LogDatabase.fresh("intake_rules");
    db.execute("truncate receipt, lead, match_key, profile, external_identity, erasure, consent");
  }

  @AfterEach
  void closeWriters() {
    opened.forEach(SubmitLeads::close);
  }

  @Test
  void ofAHundredWithANulCharacterAndADuplicateEachIsAnsweredForItself() throws Exception {
    SubmitLeads door = door(1, 100);
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    try (Connection blocked = db.begin()) {
      // While the first group waits for this lock the hundred gather behind it.
      blocked.createStatement().execute("lock table receipt in exclusive mode");
      CompletableFuture<Receipt> first = submit(door, "first", content("first"));
      Thread.onSpinWait();
      for (int i = 0; i < 98; i++) {
        answers.add(submit(door, "s" + i, content("person" + i)));
      }
      answers.add(submit(door, "nul", content("nul\u0000")));
      answers.add(submit(door, "s7", content("person7")));
      blocked.rollback();
      first.get(20, TimeUnit.SECONDS);
    }
    for (int i = 0; i < 98; i++) {
      assertThat(answers.get(i).get(20, TimeUnit.SECONDS)).isInstanceOf(Receipt.NewLead.class);
    }
    assertThat(answers.get(98).get(20, TimeUnit.SECONDS)).isInstanceOf(Receipt.Quarantined.class);
    Receipt.Duplicate duplicate = (Receipt.Duplicate) answers.get(99).get(20, TimeUnit.SECONDS);
    assertThat(duplicate.original()).isEqualTo(answers.get(7).get());
    assertThat(duplicate.sameContent()).isTrue();
    assertThat(counts()).isEqualTo("DUPLICATE=1 NEW_LEAD=99 QUARANTINED=1");
    assertThat(db.one("select count(*) from event where type = 'baton.lead.received.v1'"))
        .isEqualTo("99");
  }

  @Test
  void ofOnePersonSubmittedManyTimesAtOnceOneLeadIsMade() throws Exception {
    SubmitLeads here = door(2, 20);
    SubmitLeads there = door(2, 20);
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      answers.add(submit(i % 2 == 0 ? here : there, "k" + i, content("same" + i % 3)));
    }
    for (CompletableFuture<Receipt> answer : answers) {
      answer.get(30, TimeUnit.SECONDS);
    }
    assertThat(counts()).isEqualTo("NEW_LEAD=3 TOUCHPOINT=117");
    assertThat(db.one("select count(*) from lead")).isEqualTo("3");
    assertThat(db.one("select max(last_sequence) from subject")).isEqualTo("40");
  }

  @Test
  void theSameSubmissionAtTwoInstancesAtOnceIsTakenOnce() throws Exception {
    SubmitLeads here = door(1, 10);
    SubmitLeads there = door(1, 10);
    List<CompletableFuture<Receipt>> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      answers.add(submit(i % 2 == 0 ? here : there, "k" + i / 4, content("p" + i / 4)));
    }
    for (CompletableFuture<Receipt> answer : answers) {
      answer.get(30, TimeUnit.SECONDS);
    }
    assertThat(counts()).isEqualTo("DUPLICATE=45 NEW_LEAD=15");
  }

  /** An error would be written to the server's log and to ours with the address as its detail. */
  @Test
  void twoTransactionsThatTakeTheSameAddressAtOnceRaiseNoError() throws Exception {
    List<Throwable> raised = new CopyOnWriteArrayList<>();
    SubmitLeads here = door(1, 10, recording(raised));
    SubmitLeads there = door(1, 10, recording(raised));
    CompletableFuture<Receipt> first;
    CompletableFuture<Receipt> second;
    try (Connection blocked = db.begin()) {
      blocked.createStatement().execute("lock table receipt in exclusive mode");
      first = submit(here, "here", content("race"));
      awaitBlocked(1);
      second = submit(there, "there", content("race"));
      awaitBlocked(2);
      blocked.rollback();
    }
    Receipt.NewLead made = (Receipt.NewLead) first.get(20, TimeUnit.SECONDS);
    Receipt.Touchpoint again = (Receipt.Touchpoint) second.get(20, TimeUnit.SECONDS);
    assertThat(again.leadId()).isEqualTo(made.leadId());
    assertThat(raised)
        .as("the second was overtaken")
        .hasSize(1)
        .noneMatch(SQLException.class::isInstance)
        .noneMatch(e -> String.valueOf(e.getMessage()).contains("race@"));
  }

  @Test
  void anAnswerThatCannotBeStoredIsFoundBeforeTheDatabaseQuotesIt() throws Exception {
    List<Throwable> raised = new CopyOnWriteArrayList<>();
    SubmitLeads door = door(1, 10, recording(raised));
    Content content =
        new Content(
            "jo@example.com",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of("Who are you?", "Jo Marker\u0000"),
            null,
            null,
            List.of());
    assertThat(submit(door, "nul", content).get(20, TimeUnit.SECONDS))
        .isInstanceOf(Receipt.Quarantined.class);
    assertThat(raised).hasSize(1).noneMatch(SQLException.class::isInstance);
  }

  /** Notes what ends a transaction. */
  private Transactions recording(List<Throwable> raised) {
    return new Transactions() {
      @Override
      public <T> T call(Work<T> work) throws SQLException {
        try {
          return db.transactions().call(work);
        } catch (SQLException | RuntimeException e) {
          raised.add(e);
          throw e;
        }
      }
    };
  }

  private void awaitBlocked(int transactions) {
    await()
        .until(
            () ->
                Integer.parseInt(
                        db.one(
                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database()"))
                    >= transactions);
  }

  @Test
  void aRequestOfTheSameNameThatIsBeingWrittenIsRefused() throws Exception {
    SubmitLeads door = door(1, 10);
    try (Connection blocked = db.begin()) {
      blocked.createStatement().execute("lock table receipt in exclusive mode");
      CompletableFuture<Receipt> first =
          door.submitOnce(submission("once", content("once"))).toCompletableFuture();
      CompletableFuture<Receipt> second =
          door.submitOnce(submission("once", content("once"))).toCompletableFuture();
      assertThatThrownBy(() -> second.get(5, TimeUnit.SECONDS))
          .hasCauseInstanceOf(SubmitLeads.InProgress.class);
      blocked.rollback();
      assertThat(first.get(20, TimeUnit.SECONDS)).isInstanceOf(Receipt.NewLead.class);
    }
    assertThat(door.submitOnce(submission("once", content("once"))).toCompletableFuture().get())
        .isInstanceOf(Receipt.Duplicate.class);
  }

  /** What an API client is told it may not is no submission, and in no balance. */
  @Test
  void anotherLeadUnderTheSameKeyLeavesNothing() throws Exception {
    SubmitLeads door = door(1, 10);
    submit(door, "k", content("one")).get();
    Receipt.Duplicate refused = (Receipt.Duplicate) submit(door, "k", content("other")).get();
    assertThat(refused.sameContent()).isFalse();
    assertThat(counts()).isEqualTo("NEW_LEAD=1");
    submit(door, "k", content("one")).get();
    assertThat(counts()).isEqualTo("DUPLICATE=1 NEW_LEAD=1");
  }

  @Test
  void aPersonIsFoundByPhoneAndLearnsANewAddress() throws Exception {
    SubmitLeads door = door(1, 10);
    Receipt.NewLead lead =
        (Receipt.NewLead) submit(door, "a", content(null, "+49 151 55501234")).get();
    Receipt.Touchpoint again =
        (Receipt.Touchpoint)
            submit(door, "b", content("jo@example.com", "+49 (151) 5550-1234")).get();
    Receipt.Touchpoint third =
        (Receipt.Touchpoint) submit(door, "c", content("JO@example.com", null)).get();
    assertThat(again.leadId()).isEqualTo(lead.leadId());
    assertThat(third.leadId()).isEqualTo(lead.leadId());
    assertThat(db.one("select phone from profile")).isEqualTo("+4915155501234");
  }

  private SubmitLeads door(int writers, int groupSize) {
    return door(writers, groupSize, db.transactions());
  }

  private SubmitLeads door(int writers, int groupSize, Transactions transactions) {
    IntakeConfig config =
        new IntakeConfig() {
          @Override
          public int writers() {
            return writers;
          }

          @Override
          public int groupSize() {
            return groupSize;
          }

          @Override
          public int backlog() {
            return 2000;
          }
        };
    SubmitLeads door =
        new SubmitLeads(
            new RecordSubmissions(transactions, db.log, db.clock()),
            config,
            new SimpleMeterRegistry());
    opened.add(door);
    return door;
  }

  private CompletableFuture<Receipt> submit(SubmitLeads door, String key, Content content) {
    return door.submit(submission(key, content)).toCompletableFuture();
  }

  private Submission submission(String key, Content content) {
    Source source =
        new Source(
            "api",
            "API",
            Platform.STANDARD_WEBHOOKS,
            SourceSettings.DEFAULT,
            null,
            null,
            true,
            db.clock().instant());
    return new Submission(
        UUID.randomUUID(),
        "api",
        Door.API,
        null,
        null,
        Sha256.of(key),
        Sha256.of(String.valueOf(content)),
        "application/json",
        new byte[] {'{', '}'},
        db.clock().instant(),
        verification.read(content, source),
        Cause.ofItself());
  }

  private static Content content(String name) {
    String local = name.replace("\u0000", "");
    return of(local + "@example.com", null, name);
  }

  private static Content content(String email, String phone) {
    return of(email, phone, null);
  }

  private static Content of(String email, String phone, String givenName) {
    return new Content(
        email, phone, givenName, null, null, null, null, null, null, null, null, null, null,
        Map.of(), null, null, List.of());
  }

  private String counts() {
    return String.join(
        " ",
        db.query(
            "select outcome || '=' || count(*) from receipt group by outcome order by outcome"));
  }
}
