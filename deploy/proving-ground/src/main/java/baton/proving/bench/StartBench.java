package baton.proving.bench;

import baton.local.Service;
import baton.local.parts.Part;
import baton.proving.bench.machine.ProcessUse;
import baton.proving.bench.report.Median;
import baton.proving.bench.report.Report;
import baton.proving.bench.report.Table;
import baton.testing.Waiting;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Each service started alone, while the servers run and nothing else does: the time until it says
 * that it is ready, and its memory then. The first start makes the tables and is shown apart.
 */
final class StartBench {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration LOOK = Duration.ofMillis(10);

  private final Workshop workshop;
  private final Options options;
  private final Report report;

  StartBench(Workshop workshop, Options options, Report report) {
    this.workshop = workshop;
    this.options = options;
    this.report = report;
  }

  void run() {
    report.heading("Starting");
    Table table =
        new Table("service", "first start s", "median s", "longest s", "CPU s", "resident MB");
    try (Bed bed = workshop.put("start", Set.of(), Map.of())) {
      bed.describe(report);
      for (Service service : Service.values()) {
        table.row(measure(bed.system().unwatched(service), service));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    report.say(
        "\nFrom the start of the process until it is ready, servers running, %d starts after the first:"
            .formatted(options.rounds()));
    report.table(table);
  }

  private List<String> measure(Part part, Service service) {
    double first = start(part);
    part.stop();
    List<Double> times = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    for (int i = 0; i < options.rounds(); i++) {
      times.add(start(part));
      ProcessUse use = part.pid().map(ProcessUse::withChildren).orElse(ProcessUse.NONE);
      cpu.add(use.cpu().toMillis() / 1e3);
      memory.add((double) use.megabytes());
      report.progress("%s: ready after %.2f s".formatted(service.label(), times.get(i)));
      part.stop();
    }
    return List.of(
        service.label(),
        seconds(first),
        seconds(Median.of(times)),
        seconds(times.stream().max(Double::compare).orElseThrow()),
        seconds(Median.of(cpu)),
        String.format(Locale.ROOT, "%.0f", Median.of(memory)));
  }

  private static double start(Part part) {
    long begin = System.nanoTime();
    part.start();
    if (!Waiting.until(PATIENCE, LOOK, part::isReady)) {
      part.stop();
      throw new IllegalStateException(part.name() + " does not become ready");
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
