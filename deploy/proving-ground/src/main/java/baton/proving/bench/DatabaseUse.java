package baton.proving.bench;

import baton.local.Service;
import baton.proving.bench.report.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What was asked of the database server so far, as it counts it itself: unlike times, counts do not
 * depend on what else the machine does.
 *
 * @param databases of the services, by name
 * @param log position in the write-ahead log, in bytes
 */
record DatabaseUse(Map<String, Counters> databases, long log) {

  private static final String COUNTERS =
      """
      select datname, xact_commit, tup_inserted + tup_updated + tup_deleted, tup_fetched,
             pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')
        from pg_stat_database where datname is not null""";

  private record Counters(long transactions, long written, long fetched) {

    private String perLead(long count, long leads) {
      return String.format(Locale.ROOT, "%.2f", (double) count / Math.max(1, leads));
    }
  }

  static DatabaseUse of(Bed bed) throws SQLException {
    Map<String, Counters> all = new LinkedHashMap<>();
    long log = 0;
    try (Connection connection = bed.database("postgres");
        Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(COUNTERS)) {
      while (row.next()) {
        all.put(row.getString(1), new Counters(row.getLong(2), row.getLong(3), row.getLong(4)));
        log = row.getLong(5);
      }
    }
    Map<String, Counters> databases = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      databases.put(service.database(), all.get(service.database()));
    }
    return new DatabaseUse(databases, log);
  }

  /** What came since, for each lead. */
  Table since(DatabaseUse before, long leads) {
    Table table =
        new Table("database", "transactions a lead", "rows written a lead", "rows fetched a lead");
    databases.forEach(
        (name, now) -> {
          Counters then = before.databases.get(name);
          table.row(
              name,
              now.perLead(now.transactions - then.transactions, leads),
              now.perLead(now.written - then.written, leads),
              now.perLead(now.fetched - then.fetched, leads));
        });
    return table.row(
        "all: %,d bytes of write-ahead log a lead"
            .formatted((log - before.log) / Math.max(1, leads)),
        "",
        "",
        "");
  }
}
