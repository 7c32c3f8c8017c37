package baton.proving.bench;

import baton.proving.bench.machine.ProcessUse;
import baton.proving.bench.report.Table;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What each process took while something was measured. */
final class UseTable {

  private UseTable() {}

  /**
   * @param leads by how many the processor time is divided
   * @param time that it took
   */
  static Table of(
      Map<String, ProcessUse> before, Map<String, ProcessUse> after, long leads, Duration time) {
    Table table = new Table("process", "CPU s", "cores", "CPU ms a lead", "resident MB");
    ProcessUse sum = ProcessUse.NONE;
    for (var entry : after.entrySet()) {
      ProcessUse use = entry.getValue().since(before.getOrDefault(entry.getKey(), ProcessUse.NONE));
      sum = sum.plus(use);
      row(table, entry.getKey(), use, leads, time);
    }
    row(table, "all", sum, leads, time);
    return table;
  }

  private static void row(Table table, String name, ProcessUse use, long leads, Duration time) {
    double cpu = use.cpu().toMillis();
    table.row(
        name,
        String.format(Locale.ROOT, "%.1f", cpu / 1e3),
        String.format(Locale.ROOT, "%.2f", cpu / time.toMillis()),
        String.format(Locale.ROOT, "%.2f", cpu / Math.max(1, leads)),
        String.valueOf(use.megabytes()));
  }
}
