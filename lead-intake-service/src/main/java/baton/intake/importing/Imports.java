package baton.intake.importing;

import baton.eventlog.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The lists, and what people decide about them. */
@Singleton
public class Imports {

  private static final int SAMPLE = 5;
  private static final Set<ImportState> STARTABLE =
      EnumSet.of(ImportState.READY, ImportState.CHECKING);

  private static final String ROWS =
      """
      select row_number, id, outcome, reason, lead_id from receipt
       where import_id = ? and row_number > ?%s order by row_number limit ?""";

  /** Written out, so that those in quarantine, which are few, are read from their index. */
  private static final String ONLY = " and outcome = '%s'";

  private final Transactions transactions;
  private final Clock clock;

  Imports(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What is asked does not go with the state in which the list is. */
  public static final class NotNow extends RuntimeException {
    NotNow(ImportedList list) {
      super("the import is " + list.state());
    }
  }

  /**
   * What became of a row, as it is now.
   *
   * @param row its number, from 1
   */
  public record Row(long row, UUID submissionId, String outcome, String reason, UUID leadId) {}

  /** This one, if there is such a list. */
  public Optional<ImportedList> find(UUID id) throws SQLException {
    return transactions.call(connection -> new ImportTable(connection).find(id));
  }

  /** Newest first, beginning behind this one. */
  public List<ImportedList> list(UUID before, int most) throws SQLException {
    return transactions.call(connection -> new ImportTable(connection).list(before, most));
  }

  /** The cells of the first rows that are not written yet; none once it has ended. */
  public List<List<String>> sample(ImportedList list) throws SQLException {
    return transactions.call(
        connection ->
            new BlockTable(connection)
                .behind(list.id(), list.done().rows())
                .map(block -> block.rows().stream().filter(row -> row != null).limit(SAMPLE))
                .map(rows -> rows.toList())
                .orElse(List.of()));
  }

  /**
   * The rows that were written, in their order, beginning behind this one.
   *
   * @param outcome only those that are this now, or null
   */
  public List<Row> rows(UUID list, RowOutcome outcome, long after, int most) throws SQLException {
    String sql = ROWS.formatted(outcome == null ? "" : ONLY.formatted(outcome.name()));
    return transactions.call(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            ImportTable.bind(query, list, after, most);
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                rows.add(
                    new Row(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, UUID.class)));
              }
            }
            return rows;
          }
        });
  }

  /**
   * Says what its columns mean. Once rows are written the kind stays, and the rest holds for what
   * is read again from quarantine.
   *
   * @throws NotNow while it is being uploaded, tried or written, or for another kind afterwards
   */
  public Optional<ImportedList> confirm(UUID id, ImportKind kind, ListMapping mapping)
      throws SQLException {
    return change(
        id,
        list ->
            switch (list.state()) {
              case UPLOADED, READY -> true;
              case DONE, CANCELLED -> list.kind() == kind;
              default -> false;
            },
        (connection, list, now) -> {
          String state = list.state().isEnd() ? "state = state" : "state = 'READY', dry_run = null";
          new ImportTable(connection)
              .update(
                  id,
                  now,
                  state + ", kind = ?, mapping = ?::jsonb",
                  kind.name(),
                  ImportTable.json(mapping));
        });
  }

  /**
   * Has a dry run made.
   *
   * @throws NotNow if nobody has said what its columns mean, or it was started
   */
  public Optional<ImportedList> check(UUID id) throws SQLException {
    return change(
        id,
        list -> list.state() == ImportState.READY,
        (connection, list, now) ->
            new ImportTable(connection)
                .update(
                    id,
                    now,
                    "state = 'CHECKING', dry_run = ?::jsonb",
                    ImportTable.json(DryRun.begun())));
  }

  /**
   * Has its rows written; a dry run under way is left off.
   *
   * @throws NotNow if nobody has said what its columns mean, or it was started
   */
  public Optional<ImportedList> start(UUID id) throws SQLException {
    return change(
        id,
        list -> STARTABLE.contains(list.state()),
        (connection, list, now) ->
            new ImportTable(connection).update(id, now, "state = 'RUNNING', started_at = ?", now));
  }

  /**
   * Ends it: what is written stays, also of a block that was left off in its midst; the rest is
   * deleted.
   *
   * @throws NotNow if it has ended
   */
  public Optional<ImportedList> cancel(UUID id) throws SQLException {
    return change(
        id,
        list -> !list.state().isEnd(),
        (connection, list, now) -> {
          BlockTable blocks = new BlockTable(connection);
          ImportTable table = new ImportTable(connection);
          Optional<Block> next = blocks.behind(id, list.done().rows());
          if (next.isPresent()) {
            table.count(id, now, new WrittenRows(connection).done(id, next.get()));
          }
          blocks.clear(id);
          table.update(id, now, "state = 'CANCELLED', ended_at = ?", now);
        });
  }

  /** A change of a list that is held. */
  @FunctionalInterface
  private interface Change {
    void make(Connection connection, ImportedList list, Instant now) throws SQLException;
  }

  private Optional<ImportedList> change(UUID id, Predicate<ImportedList> goes, Change change)
      throws SQLException {
    return transactions.call(
        connection -> {
          ImportTable table = new ImportTable(connection);
          Optional<ImportedList> list = table.hold(id);
          if (list.isEmpty()) {
            return list;
          }
          if (!goes.test(list.get())) {
            throw new NotNow(list.get());
          }
          change.make(connection, list.get(), clock.instant());
          return table.find(id);
        });
  }
}
