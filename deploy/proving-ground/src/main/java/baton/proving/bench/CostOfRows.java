package baton.proving.bench;

import baton.local.Service;
import baton.proving.bench.report.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What PostgreSQL counts while rows are written: pages looked at and bytes of log. Noted again and
 * again, so that the first rows can be held against the last ones.
 */
final class CostOfRows implements AutoCloseable {

  private static final String COUNTERS =
      """
      select blks_hit + blks_read, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint
        from pg_stat_database where datname = ?""";

  /** Of so many rows each: a checkpoint in one of them costs as much as in the other. */
  private static final int PART = 10;

  private record Note(long rows, long pages, long log) {}

  private final Connection server;
  private final List<Note> notes = new ArrayList<>();

  CostOfRows(Bed bed) throws SQLException {
    this.server = bed.database("postgres");
  }

  /** So many rows are written now. */
  void note(long rows) {
    if (notes.isEmpty() || rows > notes.get(notes.size() - 1).rows()) {
      try (PreparedStatement query = server.prepareStatement(COUNTERS)) {
        query.setString(1, Service.LEAD_INTAKE.database());
        try (ResultSet row = query.executeQuery()) {
          row.next();
          notes.add(new Note(rows, row.getLong(1), row.getLong(2)));
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The tenths of the rows, each with what a row cost. */
  Table table() {
    Table table = new Table("rows that were there", "pages a row", "bytes of log a row");
    long all = notes.get(notes.size() - 1).rows();
    Note before = notes.get(0);
    for (int part = 1; part <= PART; part++) {
      long until = all * part / PART;
      Note now = notes.stream().filter(note -> note.rows() >= until).findFirst().orElse(before);
      long rows = now.rows() - before.rows();
      if (rows > 0) {
        table.row(
            String.format(Locale.ROOT, "%,d", before.rows()),
            String.format(Locale.ROOT, "%.1f", (double) (now.pages() - before.pages()) / rows),
            String.format(Locale.ROOT, "%,d", (now.log() - before.log()) / rows));
      }
      before = now;
    }
    return table;
  }

  @Override
  public void close() throws SQLException {
    server.close();
  }
}
