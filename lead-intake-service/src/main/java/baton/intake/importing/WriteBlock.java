package baton.intake.importing;

import baton.intake.importing.ImportedList.Done;
import baton.intake.submission.Receipt;
import baton.intake.submission.Submission;
import baton.intake.submission.SubmitLeads;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Writes a block like everything that comes through a door, and counts from the receipts. A block
 * that was written in part, before whoever did it was killed, is written on from there.
 */
final class WriteBlock {

  /** Rows that wait for the writer at the same time: the queue is for others, too. */
  private static final int AT_ONCE = 200;

  private final Connection connection;
  private final SubmitLeads submitLeads;

  WriteBlock(Connection connection, SubmitLeads submitLeads) {
    this.connection = connection;
    this.submitLeads = submitLeads;
  }

  /**
   * Writes what is not written of these rows, and returns what became of all of them.
   *
   * @param rows those of the block that were not erased
   */
  Done write(UUID list, Block block, List<Submission> rows) throws SQLException {
    Set<Long> written = written(list, block);
    List<Submission> open =
        rows.stream().filter(row -> !written.contains(row.row().number())).toList();
    for (int from = 0; from < open.size(); from += AT_ONCE) {
      List<CompletableFuture<Receipt>> some = new ArrayList<>(AT_ONCE);
      for (Submission row : open.subList(from, Math.min(open.size(), from + AT_ONCE))) {
        some.add(submitLeads.submit(row).toCompletableFuture());
      }
      // Also after a failure none may be left that is written when somebody tries again.
      CompletableFuture.allOf(some.toArray(CompletableFuture[]::new))
          .handle((all, failure) -> all)
          .join();
      some.forEach(CompletableFuture::join);
    }
    Map<String, Long> outcomes = outcomes(list, block);
    return new Done(
        block.rows().size(),
        outcomes.getOrDefault("NEW_LEAD", 0L),
        outcomes.getOrDefault("TOUCHPOINT", 0L),
        outcomes.getOrDefault("DUPLICATE", 0L),
        // By the time that it is written on, somebody may have discarded one.
        outcomes.getOrDefault("QUARANTINED", 0L) + outcomes.getOrDefault("DISCARDED", 0L),
        block.rows().size() - outcomes.values().stream().mapToLong(Long::longValue).sum());
  }

  private Set<Long> written(UUID list, Block block) throws SQLException {
    Set<Long> written = new HashSet<>();
    try (PreparedStatement query = query("row_number", list, block);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        written.add(row.getLong(1));
      }
    }
    return written;
  }

  private Map<String, Long> outcomes(UUID list, Block block) throws SQLException {
    Map<String, Long> outcomes = new HashMap<>();
    try (PreparedStatement query = query("outcome", list, block);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        outcomes.merge(row.getString(1), 1L, Long::sum);
      }
    }
    return outcomes;
  }

  private PreparedStatement query(String column, UUID list, Block block) throws SQLException {
    PreparedStatement query =
        connection.prepareStatement(
            "select "
                + column
                + " from receipt where import_id = ? and row_number between ? and ?");
    ImportTable.bind(query, list, block.firstRow(), block.lastRow());
    return query;
  }
}
