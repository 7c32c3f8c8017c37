package baton.eventlog.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.eventlog.Transactions;
import baton.eventlog.conformance.LogDatabase;
import baton.eventlog.conformance.RememberingSender;
import baton.eventlog.relay.Relay.Result;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A log of which no single transaction of a re-base can take hold. */
class RebaseTest {

  private static final int ROWS = 3 * Rebase.AT_A_TIME + 1;
  private static final long SENT = Rebase.AT_A_TIME + 500;
  private static final String REWRITTEN = "select count(*) from event where xid <> '4000000000'";

  private final RememberingSender broker = new RememberingSender();
  private LogDatabase db;

  @BeforeEach
  void restoredLog() throws Exception {
    db = LogDatabase.fresh("event_log_rebase");
    try (Relay relay = relay()) {
      relay.runOnce();
    }
    db.execute(
        """
        insert into event (xid, event_id, topic, subject, sequence, type, payload, occurred_at,
                           recorded_at, correlation_id)
        select '4000000000', gen_random_uuid(), 'baton.intake', gen_random_uuid(), 1,
               'baton.test.v1', '{}', now(), now(), gen_random_uuid()
          from generate_series(1, %d)"""
            .formatted(ROWS));
    db.execute("update relay_cursor set system_identifier = 42");
  }

  @Test
  void noTransactionTakesMoreThanItsShareAndWhatIsAfterTheIdGoesOut() throws Exception {
    List<Integer> rewritten = new ArrayList<>(List.of(0));
    List<Integer> shares = new ArrayList<>();
    Rebase.after(
        new Observed(
            () -> {
              int now = Integer.parseInt(db.one(REWRITTEN));
              shares.add(now - rewritten.set(0, now));
            }),
        SENT);
    assertThat(Collections.max(shares)).isEqualTo(Rebase.AT_A_TIME);
    assertThat(rewritten).containsExactly(ROWS);
    try (Relay relay = relay()) {
      assertThat(relay.runOnce()).isEqualTo(Result.SENT);
      assertThat(relay.runOnce()).isEqualTo(Result.IDLE);
    }
    assertThat(broker.sent().stream().map(StoredEvent::id))
        .containsExactlyElementsOf(LongStream.rangeClosed(SENT + 1, ROWS).boxed().toList());
  }

  @Test
  void oneThatEndsEarlyLeavesTheRelayStandingAndIsRepeated() throws Exception {
    Transactions ending =
        new Observed(
            () -> {
              if (!db.one(REWRITTEN).equals("0")) {
                throw new IllegalStateException("the server goes away");
              }
            });
    assertThatThrownBy(() -> Rebase.after(ending, SENT)).hasMessage("the server goes away");
    try (Relay relay = relay()) {
      assertThat(relay.runOnce()).isEqualTo(Result.NEEDS_REBASE);
      assertThat(broker.sent()).isEmpty();
      Rebase.after(db.transactions(), SENT);
      assertThat(relay.runOnce()).isEqualTo(Result.SENT);
    }
    assertThat(broker.sent()).hasSize((int) (ROWS - SENT));
  }

  private Relay relay() {
    return new Relay(db.dataSource(), broker, List.of(), db.clock());
  }

  /** Does something after each transaction. */
  private final class Observed implements Transactions {
    private final Runnable after;

    private Observed(Runnable after) {
      this.after = after;
    }

    @Override
    public <T> T call(Work<T> work) throws SQLException {
      T result = db.transactions().call(work);
      after.run();
      return result;
    }
  }
}
