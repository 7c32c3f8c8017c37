package baton.intake.reconciliation;

import baton.eventlog.Sparing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Watches what is missing, by source, as metrics. */
@Singleton
class ReconciliationWatch {

  private final Reconciliation reconciliation;
  private final Gaps gaps;
  private final Clock clock;
  private final MultiGauge missing;
  private final MultiGauge missingNumbers;
  private final Sparing sparing = new Sparing(Sparing.FIFTIETH);

  ReconciliationWatch(Reconciliation reconciliation, Gaps gaps, Clock clock, MeterRegistry meters) {
    this.gaps = gaps;
    this.reconciliation = reconciliation;
    this.clock = clock;
    this.missing =
        MultiGauge.builder("baton.reconciliation.missing")
            .description("Items that a sender counts and that did not arrive, last 7 days")
            .register(meters);
    this.missingNumbers =
        MultiGauge.builder("baton.sequence.missing")
            .description("Numbers missing among the items of a source, yesterday and today")
            .register(meters);
  }

  /**
   * As often as it takes a fiftieth of the time: what the days are counted by is read each time.
   */
  @Scheduled(every = "15s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() throws SQLException {
    sparing.run(this::count);
  }

  private void count() throws SQLException {
    show(missing, reconciliation.missing());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Map<String, Long> numbers = new TreeMap<>();
    for (String source : gaps.numbering()) {
      numbers.put(source, gaps.missing(source, today.minusDays(1), today));
    }
    show(missingNumbers, numbers);
  }

  private static void show(MultiGauge gauge, Map<String, Long> bySource) {
    gauge.register(
        bySource.entrySet().stream()
            .map(one -> Row.of(Tags.of("source", one.getKey()), one.getValue()))
            .collect(Collectors.toList()),
        true);
  }
}
