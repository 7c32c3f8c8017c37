package baton.intake.importing;

import baton.eventlog.Transactions;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Takes persons out of lists that are not written yet. */
@Singleton
public class ErasedRows {

  private final Transactions transactions;

  public ErasedRows(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Erases the rows that are like this; they end as nothing. Returns how many there were.
   *
   * @param wanted told the cells of a row, one a line, as UTF-8
   */
  public int erase(Predicate<byte[]> wanted) throws SQLException {
    int erased = 0;
    for (UUID list : transactions.call(c -> new ImportTable(c).unended())) {
      Optional<Long> row = Optional.of(0L);
      while (row.isPresent()) {
        long behind = row.get();
        int[] found = new int[1];
        row =
            transactions.call(
                connection -> {
                  // Held, so that nobody writes the block meanwhile.
                  new ImportTable(connection).hold(list);
                  BlockTable blocks = new BlockTable(connection);
                  Optional<Block> block = blocks.behind(list, behind);
                  if (block.isPresent()) {
                    Block without = without(block.get(), wanted, found);
                    if (found[0] > 0) {
                      blocks.replace(list, without);
                    }
                  }
                  return block.map(Block::lastRow);
                });
        erased += found[0];
      }
    }
    return erased;
  }

  private static Block without(Block block, Predicate<byte[]> wanted, int[] found) {
    List<List<String>> rows = new ArrayList<>();
    found[0] = 0;
    for (List<String> cells : block.rows()) {
      boolean erase =
          cells != null && wanted.test(String.join("\n", cells).getBytes(StandardCharsets.UTF_8));
      found[0] += erase ? 1 : 0;
      rows.add(erase ? null : cells);
    }
    return new Block(block.firstRow(), rows);
  }
}
