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
import baton.proving.bench.report.Median;
import baton.proving.bench.report.Report;
import baton.proving.bench.report.Table;
import baton.proving.doors.Answer;
import baton.proving.doors.Call;
import baton.proving.doors.HttpDoors;
import baton.testing.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/**
 * Intake alone, with nobody who reads what it publishes: how many leads its door for signed
 * webhooks takes from a number of connections that are never idle, in turns with the same door that
 * writes each request in a transaction of its own, with the door for API clients and with the same
 * rows by plain JDBC; and how long a caller waits at a rate that leaves room.
 */
final class IntakeBench {

  /**
   * Seconds, until the compilers have seen enough: before that a door gets faster from turn to
   * turn.
   */
  private static final int WARM_UP = 45;

  private static final Duration DRAIN = Duration.ofSeconds(120);
  private static final String PLAIN = "plain";

  /** With as many writers as its pool of connections bears, this door is at its best. */
  private static final Map<String, String> ONE_TRANSACTION_A_REQUEST =
      Map.of("BATON_INTAKE_GROUP_SIZE", "1", "BATON_INTAKE_WRITERS", "16");

  private static final String SOURCE = "bench";
  private static final int RATE = 300;
  private static final int SEED = 1;

  private final Workshop workshop;
  private final Options options;
  private final Report report;
  private final Duration turn;

  IntakeBench(Workshop workshop, Options options, Report report) {
    this.workshop = workshop;
    this.options = options;
    this.report = report;
    this.turn = options.lasting(10);
  }

  void run() {
    report.heading("Intake alone");
    Set<Service> intake = Set.of(Service.LEAD_INTAKE);
    try (Bed grouped = workshop.put("grouped", intake, Map.of())) {
      grouped.describe(report);
      String kafka = grouped.system().bootstrapServers();
      Map<String, String> alone = new LinkedHashMap<>(ONE_TRANSACTION_A_REQUEST);
      alone.put("BATON_KAFKA", kafka);
      try (Bed single = workshop.put("single", intake, alone);
          DoorUnderLoad door = new DoorUnderLoad(grouped, "grouped", signed(grouped));
          DoorUnderLoad baseline = new DoorUnderLoad(single, "single", signed(single));
          DoorUnderLoad api =
              new DoorUnderLoad(
                  grouped, "api", Submitting.withKey(grouped.system().key("source")))) {
        PlainJdbc plain = plain(single);
        capacity(door, baseline, api, plain);
        latency(door);
        door.check();
        baseline.check();
        api.check();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A source of a platform that signs each body, which the door proves before it reads it. */
  private static Submitting signed(Bed bed) {
    Answer made =
        new HttpDoors(bed.service(Service.LEAD_INTAKE), bed.system()::key)
            .send(
                Call.put(
                    "marketing",
                    "/v1/sources/" + SOURCE,
                    Map.of("name", "Bench", "platform", "STANDARD_WEBHOOKS")));
    return Submitting.signed(SOURCE, made.text("secret"));
  }

  private void capacity(
      DoorUnderLoad door, DoorUnderLoad baseline, DoorUnderLoad api, PlainJdbc plain)
      throws SQLException {
    int connections = options.connections();
    Map<String, ToDoubleFunction<Duration>> alternatives = new LinkedHashMap<>();
    alternatives.put("the door, as built, signed", length -> door.capacity(connections, length));
    alternatives.put(
        "one transaction a request, signed", length -> baseline.capacity(connections, length));
    alternatives.put("the door, with an API key", length -> api.capacity(connections, length));
    alternatives.put("plain JDBC, one lead a transaction", length -> plain.run(16, 1, length));
    alternatives.put("plain JDBC, 100 leads a transaction", length -> plain.run(2, 100, length));
    Map<String, List<Double>> measured = new LinkedHashMap<>();
    alternatives.forEach(
        (name, run) -> {
          report.progress("warming up: " + name);
          run.applyAsDouble(options.warmingUp(WARM_UP));
          measured.put(name, new ArrayList<>());
        });
    for (int round = 1; round <= options.rounds(); round++) {
      for (var alternative : alternatives.entrySet()) {
        double perSecond = alternative.getValue().applyAsDouble(turn);
        measured.get(alternative.getKey()).add(perSecond);
        report.progress(
            "round %d: %,8.0f leads/s  %s".formatted(round, perSecond, alternative.getKey()));
      }
    }
    tell(measured, connections);
    Map<String, ProcessUse> before = door.bed.use();
    long begin = System.nanoTime();
    double perSecond = door.capacity(connections, turn);
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    report.say("\nWhere the time goes, once more as built, until all is sent to the broker:");
    report.table(
        UseTable.of(before, door.bed.use(), Math.round(perSecond * turn.toMillis() / 1e3), time));
  }

  private void tell(Map<String, List<Double>> measured, int connections) {
    report.say(
        "\nClosed loop, %d connections, %d rounds of %d s each in turns:"
            .formatted(connections, options.rounds(), turn.toSeconds()));
    double door = Median.of(measured.values().iterator().next());
    Table table = new Table("", "median leads/s", "least", "most", "the door is");
    measured.forEach(
        (name, values) ->
            table.row(
                name,
                number(Median.of(values)),
                number(values.stream().min(Double::compare).orElseThrow()),
                number(values.stream().max(Double::compare).orElseThrow()),
                String.format(Locale.ROOT, "%.2f ×", door / Median.of(values))));
    report.table(table);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  private void latency(DoorUnderLoad door) {
    report.progress("open loop, " + RATE + "/s");
    PoissonSchedule schedule = new PoissonSchedule(RATE, turn.multipliedBy(3), SEED);
    Map<String, ProcessUse> before = door.bed.use();
    Outcome outcome = door.driver.follow(schedule);
    report.say(
        "\nOpen loop, Poisson, %d/s for %d s; milliseconds from when a request was due to its answer:"
            .formatted(RATE, schedule.length().toSeconds()));
    List<String> heads = new ArrayList<>(List.of("sent", "refused"));
    heads.addAll(Latencies.HEADS);
    List<String> row =
        new ArrayList<>(
            List.of(
                String.valueOf(outcome.latencies().count()), String.valueOf(outcome.refused())));
    row.addAll(outcome.latencies().columns());
    report.table(new Table(heads).row(row));
    report.table(UseTable.of(before, door.bed.use(), outcome.acknowledged(), outcome.time()));
  }

  /** A database with intake's tables and no leads. It is copied while nobody is connected to it. */
  private PlainJdbc plain(Bed bed) throws SQLException {
    String intake = Service.LEAD_INTAKE.label();
    bed.system().hold(intake);
    try (Connection server = bed.database("postgres");
        Statement copy = server.createStatement()) {
      copy.execute(
          "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '"
              + Service.LEAD_INTAKE.database()
              + "'");
      copy.execute("create database " + PLAIN + " template " + Service.LEAD_INTAKE.database());
    } finally {
      bed.system().release(intake);
    }
    bed.system().awaitReady(intake, DRAIN);
    var databases = bed.system().databases();
    return new PlainJdbc(
        databases.url(PLAIN),
        databases.user(),
        databases.password(),
        new Leads(PLAIN),
        new AtomicLong());
  }

  /** A door, who loads it, and what it promised. */
  private final class DoorUnderLoad implements AutoCloseable {
    private final Bed bed;
    private final String name;
    private final Acknowledged log;
    private final Driver driver;

    DoorUnderLoad(Bed bed, String name, Submitting submitting) {
      this.bed = bed;
      this.name = name;
      this.log = new Acknowledged(workshop.home().resolve("acknowledged-" + name + ".txt"));
      this.driver = new Driver(bed.service(Service.LEAD_INTAKE), submitting, new Leads(name), log);
    }

    /** Leads in a second; returns once what was written is sent, so that the next has its peace. */
    double capacity(int connections, Duration length) {
      Outcome outcome = driver.saturate(connections, length);
      if (outcome.refused() > 0) {
        report.progress(name + ": " + outcome.refused() + " refused");
      }
      Gauges gauges = new Gauges(bed.service(Service.LEAD_INTAKE));
      Waiting.until(DRAIN, Duration.ofMillis(200), () -> gauges.relayLag() < 1);
      return outcome.perSecond();
    }

    void check() throws SQLException {
      try (Connection intake = bed.database(Service.LEAD_INTAKE)) {
        Comparison ledger = Comparison.of(log.ids(), Books.ledger(intake));
        String line = "%s, %,d acknowledged".formatted(name, log.count());
        if (ledger.isExact()) {
          report.say("\n" + ledger.describe(line));
        } else {
          report.defect(ledger.describe(line));
        }
      }
    }

    @Override
    public void close() {
      driver.close();
      log.close();
    }
  }
}
