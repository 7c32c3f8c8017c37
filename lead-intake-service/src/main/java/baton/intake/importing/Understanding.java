package baton.intake.importing;

import baton.intake.submission.Content;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the rows of a list are understood.
 *
 * @param columns of its header, in their order
 * @param mapping what they mean
 */
public record Understanding(List<String> columns, ListMapping mapping) {

  /** As the columns {@code columns} and {@code mapping} of the table {@code import} have it. */
  public static Understanding stored(String columns, String mapping) {
    return new Understanding(
        ImportTable.read(columns, new TypeReference<>() {}),
        ImportTable.read(mapping, new TypeReference<>() {}));
  }

  static Understanding of(ImportedList list) {
    return new Understanding(list.columns(), list.mapping());
  }

  /**
   * What a row says; empty if it has cells of no column, so that nobody knows which is which, or
   * one that is too long.
   */
  Optional<Content> read(Map<String, String> cells) {
    // Cells of the columns come first, and all of them.
    return cells.size() == columns.size() ? mapping.read(cells) : Optional.empty();
  }
}
