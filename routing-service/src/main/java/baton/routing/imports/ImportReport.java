package baton.routing.imports;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a table.
 *
 * @param applied false if nothing was changed: some rows were refused, or it was a dry run
 * @param rows in the order of the table
 */
public record ImportReport(boolean applied, int refused, List<Row> rows) {

  /** What becomes of a row. */
  public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    REFUSED
  }

  /** What is wrong with a cell. */
  @Schema(name = "ImportFault")
  public record Fault(String column, String reason) {}

  /**
   * A row; of a table that is not applied, what would have become of it.
   *
   * @param row from 1, the header not counted
   * @param id of what the row is about, or null if it was refused
   */
  @Schema(name = "ImportedRow")
  public record Row(int row, Outcome outcome, UUID id, List<Fault> faults) {}
}
