package baton.proving.bench;

import baton.local.Service;
import baton.proving.bench.books.Books;
import baton.proving.bench.books.Comparison;
import baton.proving.bench.load.Acknowledged;
import baton.proving.bench.load.Driver;
import baton.proving.bench.load.Latencies;
import baton.proving.bench.load.Leads;
import baton.proving.bench.load.Outcome;
import baton.proving.bench.load.PoissonSchedule;
import baton.proving.bench.load.Submitting;
import baton.proving.bench.machine.ProcessUse;
import baton.proving.bench.report.Report;
import baton.proving.bench.report.Table;
import baton.testing.Waiting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The whole chain: leads come at the door at a rate that does not depend on the answers, and are
 * received, decided about, given to a rep and tracked. How long it takes until a lead has its
 * owner, whether what waits stays bounded, what it costs, and whether the books are exact
 * afterwards.
 */
final class ChainBench {

  private static final int SEED = 2;

  /**
   * Seconds, until the compilers have seen enough: they take a third of the processors at first.
   */
  private static final int WARM_UP = 180;

  private static final Duration DRAIN = Duration.ofSeconds(180);
  private static final Duration LOOK = Duration.ofMillis(100);

  /** What the end of the load may leave to be done, in seconds, for the backlog to be bounded. */
  private static final int DRAINED_WITHIN = 10;

  /**
   * The part of the rate by which it may grow; of a queue that is full it would be all that is too
   * much.
   */
  private static final double GROWTH = 0.03;

  private final Workshop workshop;
  private final Options options;
  private final Report report;

  ChainBench(Workshop workshop, Options options, Report report) {
    this.workshop = workshop;
    this.options = options;
    this.report = report;
  }

  void run() {
    report.heading("The whole chain");
    Duration length = options.lasting(60);
    PoissonSchedule warmUp =
        new PoissonSchedule(
            options.rates().stream().mapToInt(rate -> rate).max().orElseThrow() / 2.0,
            options.warmingUp(WARM_UP),
            SEED);
    List<PoissonSchedule> schedules =
        options.rates().stream().map(rate -> new PoissonSchedule(rate, length, SEED)).toList();
    try (Bed bed = workshop.put("chain", Set.of(Service.values()), Map.of())) {
      bed.describe(report);
      new Desk(bed.system())
          .hire(
              Stream.concat(Stream.of(warmUp), schedules.stream())
                  .mapToLong(PoissonSchedule::count)
                  .sum());
      List<String> heads =
          new ArrayList<>(List.of("rate", "acknowledged", "refused", "answered p99"));
      heads.addAll(Latencies.HEADS);
      heads.addAll(List.of("growth/s", "drained after s", "bounded"));
      Table table = new Table(heads);
      load(bed, warmUp, "warm");
      for (PoissonSchedule schedule : schedules) {
        table.row(load(bed, schedule, "at%.0f".formatted(schedule.perSecond())));
      }
      report.say(
          "\nOpen loop, Poisson, %d s at each rate, after a warm-up. p50 to max: milliseconds from a"
                  .formatted(length.toSeconds())
              + " lead's arrival, as intake notes it before writing, to the recording of its"
              + " assignment at routing. Growth and draining are those of the last stage.");
      report.table(table);
      checkBalances(bed);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> load(Bed bed, PoissonSchedule schedule, String name) throws SQLException {
    report.progress(
        "open loop, %.0f/s for %d s"
            .formatted(schedule.perSecond(), schedule.length().toSeconds()));
    Map<String, LongSupplier> stages = stages(bed);
    Path file = workshop.home().resolve("acknowledged-" + name + ".txt");
    Map<String, ProcessUse> before = bed.use();
    DatabaseUse written = DatabaseUse.of(bed);
    try (Acknowledged log = new Acknowledged(file);
        Driver driver =
            new Driver(
                bed.service(Service.LEAD_INTAKE),
                Submitting.withKey(bed.system().key("source")),
                new Leads(name),
                log)) {
      Backlog backlog = new Backlog(log::count, stages);
      Outcome outcome;
      try {
        outcome = driver.follow(schedule);
      } finally {
        backlog.close();
      }
      long end = System.nanoTime();
      LongSupplier last = stages.get("tracker");
      boolean drained = Waiting.until(DRAIN, LOOK, () -> last.getAsLong() >= log.count());
      double drain = (System.nanoTime() - end) / 1e9;
      report.table(
          UseTable.of(
              before,
              bed.use(),
              outcome.acknowledged(),
              outcome.time().plusMillis((long) (drain * 1e3))));
      report.table(DatabaseUse.of(bed).since(written, outcome.acknowledged()));
      report.say(
          "\nAt %.0f/s, leads before each stage after each quarter of the time: %s"
              .formatted(schedule.perSecond(), backlog.describe()));
      if (!drained) {
        report.defect("after " + DRAIN.toSeconds() + " s the tracker has not seen every lead");
      }
      check(bed, log.ids(), name);
      double growth = Backlog.growth(backlog.ofLast());
      return row(schedule, outcome, times(bed, log.ids()), growth, drain);
    }
  }

  private static List<String> row(
      PoissonSchedule schedule, Outcome outcome, Latencies times, double growth, double drain) {
    boolean bounded = drain <= DRAINED_WITHIN && growth <= schedule.perSecond() * GROWTH;
    List<String> row =
        new ArrayList<>(
            List.of(
                String.format(Locale.ROOT, "%.0f/s", schedule.perSecond()),
                String.valueOf(outcome.acknowledged()),
                String.valueOf(outcome.refused()),
                outcome.latencies().columns().get(2)));
    row.addAll(times.columns());
    row.add(String.format(Locale.ROOT, "%.1f", growth));
    row.add(String.format(Locale.ROOT, "%.1f", drain));
    row.add(bounded ? "yes" : "no");
    return row;
  }

  /** Each lead is one event on the way to each stage; what was counted before does not count. */
  private static Map<String, LongSupplier> stages(Bed bed) {
    Map<String, LongSupplier> stages = new LinkedHashMap<>();
    stages.put("qualification", stage(bed, Service.QUALIFICATION, "baton.intake"));
    stages.put("routing", stage(bed, Service.ROUTING, "baton.qualification"));
    stages.put("tracker", stage(bed, Service.FOLLOWUP_TRACKER, "baton.routing"));
    return stages;
  }

  private static LongSupplier stage(Bed bed, Service service, String topic) {
    Gauges gauges = new Gauges(bed.service(service));
    long before = gauges.applied(topic);
    return () -> gauges.applied(topic) - before;
  }

  private static Latencies times(Bed bed, List<String> leads) throws SQLException {
    Latencies latencies = new Latencies();
    try (Connection intake = bed.database(Service.LEAD_INTAKE);
        Connection routing = bed.database(Service.ROUTING)) {
      Map<String, Long> received = Books.received(intake);
      Map<String, Long> assigned = Books.assigned(routing);
      for (String lead : leads) {
        if (received.containsKey(lead) && assigned.containsKey(lead)) {
          latencies.note(assigned.get(lead) - received.get(lead));
        }
      }
    }
    return latencies;
  }

  private void check(Bed bed, List<String> leads, String name) throws SQLException {
    try (Connection intake = bed.database(Service.LEAD_INTAKE);
        Connection qualification = bed.database(Service.QUALIFICATION);
        Connection routing = bed.database(Service.ROUTING);
        Connection tracker = bed.database(Service.FOLLOWUP_TRACKER)) {
      hold(leads, Books.ledger(intake), name + ", ledger");
      hold(leads, Books.assignments(routing), name + ", assignments");
      hold(leads, Books.cycles(tracker), name + ", tracked");
      hold(leads, Books.owned(tracker), name + ", tracked with an owner");
      long unfinished =
          Books.unfinished(qualification) + Books.unfinished(routing) + Books.unfinished(tracker);
      if (unfinished > 0) {
        report.defect(name + ": " + unfinished + " events wait or are parked");
      }
    }
  }

  private void hold(List<String> promised, List<String> found, String where) {
    Comparison comparison = Comparison.of(promised, found);
    if (comparison.isExact()) {
      report.say("- " + comparison.describe(where) + " (" + promised.size() + ")");
    } else {
      report.defect(comparison.describe(where));
    }
  }

  private void checkBalances(Bed bed) {
    Desk desk = new Desk(bed.system());
    for (Service service : List.of(Service.LEAD_INTAKE, Service.FOLLOWUP_TRACKER)) {
      long difference = desk.balanceDifference(service);
      if (difference == 0) {
        report.say("- balance of " + service.label() + ": even");
      } else {
        report.defect("balance of " + service.label() + " is out by " + difference);
      }
    }
  }
}
