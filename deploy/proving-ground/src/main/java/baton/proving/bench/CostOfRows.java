package baton.proving.bench;

import baton.local.Service;
import baton.proving.bench.report.Table;
import baton.testing.Waiting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What PostgreSQL counts while rows are written: pages that sessions look at, and bytes of log with
 * and without page images. Of these there are as many as checkpoints let there be, and not as rows
 * do. Noted again and again, so that the first rows can be held against the last ones.
 */
final class CostOfRows implements AutoCloseable {

  /** A stretch begins at each, in rows that were there; the last one where rows end. */
  private static final List<Long> FROM = List.of(10_000L, 50_000L, 100_000L, 500_000L, 1_000_000L);

  /** What vacuums and checkpoints look at belongs to no row in particular. */
  private static final String COUNTERS =
      """
      select pg_current_wal_flush_lsn()::text,
             (select sum(hits + reads) from pg_stat_io
               where backend_type = 'client backend' and object = 'relation')""";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String LOG =
      """
      select sum(record_size)::bigint, sum(combined_size)::bigint
        from pg_get_wal_stats(?::pg_lsn, ?::pg_lsn)""";

  /** All since the first row. */
  private record Note(long rows, String position, long pages, long records, long log) {}

  private final Connection server;
  private final List<Note> notes = new ArrayList<>();
  private boolean isAnalysed;

  /** Begins once what came before has come to its end. */
  CostOfRows(Bed bed) throws SQLException {
    this.server = bed.database(Service.LEAD_INTAKE);
    execute("create extension if not exists pg_walinspect");
    Waiting.until(PATIENCE, Duration.ofSeconds(1), this::isDryRunForgotten);
    execute("vacuum import_seen");
  }

  private boolean isDryRunForgotten() {
    try (Statement query = server.createStatement();
        ResultSet row = query.executeQuery("select not exists (select from import_seen)")) {
      row.next();
      return row.getBoolean(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * So many rows are written now. Begins with the first stretch, with plans for tables that have
   * rows: until a new database is analysed, which takes some seconds, it has those for empty ones.
   */
  void note(long rows) {
    try {
      if (rows >= FROM.get(0) && !isAnalysed) {
        execute("analyze");
        isAnalysed = true;
      } else if (isAnalysed && (notes.isEmpty() || rows > last().rows())) {
        notes.add(read(rows));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Note last() {
    return notes.get(notes.size() - 1);
  }

  private Note read(long rows) throws SQLException {
    String position;
    long pages;
    try (Statement query = server.createStatement();
        ResultSet row = query.executeQuery(COUNTERS)) {
      row.next();
      position = row.getString(1);
      pages = row.getLong(2);
    }
    if (notes.isEmpty()) {
      return new Note(rows, position, pages, 0, 0);
    }
    try (PreparedStatement query = server.prepareStatement(LOG)) {
      query.setString(1, last().position());
      query.setString(2, position);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new Note(
            rows,
            position,
            pages,
            last().records() + row.getLong(1),
            last().log() + row.getLong(2));
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = server.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The stretches, each with what a row cost; none if there are too few rows. */
  Table table() {
    Table table =
        new Table("rows that were there", "pages a row", "bytes of log a row", "with page images");
    List<Note> starts = new ArrayList<>();
    for (long from : FROM) {
      notes.stream().filter(note -> note.rows() >= from).findFirst().ifPresent(starts::add);
    }
    for (int i = 0; i < starts.size(); i++) {
      Note start = starts.get(i);
      Note end = i + 1 < starts.size() ? starts.get(i + 1) : last();
      long rows = end.rows() - start.rows();
      if (rows > 0) {
        table.row(
            number(start.rows()),
            String.format(Locale.ROOT, "%.1f", (double) (end.pages() - start.pages()) / rows),
            number((end.records() - start.records()) / rows),
            number((end.log() - start.log()) / rows));
      }
    }
    return table;
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  @Override
  public void close() throws SQLException {
    server.close();
  }
}
