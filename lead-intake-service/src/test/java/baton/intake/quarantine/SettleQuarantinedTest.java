package baton.intake.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.Cause;
import baton.eventlog.conformance.LogDatabase;
import baton.intake.quarantine.SettleQuarantined.Settlement;
import baton.intake.submission.DiscardReason;
import baton.intake.submission.Receipt;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several people settle at once, on a real database. */
class SettleQuarantinedTest {

  private LogDatabase db;

  @BeforeEach
  void emptyIntake() {
    db = LogDatabase.fresh("intake_rules");
    db.execute("truncate receipt");
  }

  @Test
  void ofManyWhoDiscardItAtOnceOneDoes() throws Exception {
    UUID id = UUID.randomUUID();
    db.execute(
        ("insert into receipt (id, source, campaign, dedup, content_hash, outcome, reason, raw,"
                + " arrived_at) values ('%s', 'crm', 'spring', sha256('a'), sha256('b'),"
                + " 'QUARANTINED', 'NO_CONTACT', 'x', now())")
            .formatted(id));
    SettleQuarantined settle =
        new SettleQuarantined(
            db.transactions(), db.log, null, db.clock(), new SimpleMeterRegistry());
    List<Settlement> settlements = new ArrayList<>();
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      List<Future<Settlement>> all =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      people.submit(
                          () ->
                              settle
                                  .discard(id, DiscardReason.SPAM, Cause.ofItself())
                                  .orElseThrow()))
              .toList();
      for (Future<Settlement> one : all) {
        settlements.add(one.get());
      }
    } finally {
      people.shutdownNow();
    }
    assertThat(settlements.stream().filter(s -> !s.earlier())).hasSize(1);
    assertThat(settlements.stream().map(Settlement::receipt))
        .containsOnly(new Receipt.Discarded(id, DiscardReason.SPAM));
    assertThat(db.one("select count(*) from event")).isEqualTo("1");
    assertThat(db.one("select raw is null from receipt")).isEqualTo("t");
  }
}
