package baton.intake.importing;

import baton.intake.importing.ImportedList.Done;
import baton.intake.submission.Receipt;
import baton.intake.submission.Submission;
import baton.intake.submission.SubmitLeads;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

  private final WrittenRows writtenRows;
  private final SubmitLeads submitLeads;

  WriteBlock(Connection connection, SubmitLeads submitLeads) {
    this.writtenRows = new WrittenRows(connection);
    this.submitLeads = submitLeads;
  }

  /**
   * Writes what is not written of these rows, and returns what became of all of them.
   *
   * @param rows those of the block that were not erased
   */
  Done write(UUID list, Block block, List<Submission> rows) throws SQLException {
    Set<Long> written = writtenRows.numbers(list, block);
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
    Done done = writtenRows.done(list, block);
    int all = block.rows().size();
    return new Done(
        all,
        done.newLeads(),
        done.touchpoints(),
        done.duplicates(),
        done.quarantined(),
        all - done.rows());
  }
}
