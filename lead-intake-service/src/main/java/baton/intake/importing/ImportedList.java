package baton.intake.importing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A list that somebody imports.
 *
 * @param source from which its rows are
 * @param name what its owner calls it
 * @param bytes size of the file
 * @param rows how many it has, the header not counted
 * @param kind null until somebody says
 * @param mapping null until somebody says
 * @param done what became of its rows so far
 * @param dryRun the last one, or null
 */
public record ImportedList(
    UUID id,
    String source,
    String name,
    ImportState state,
    String encoding,
    String delimiter,
    List<String> columns,
    ImportKind kind,
    ListMapping mapping,
    long bytes,
    long rows,
    Done done,
    DryRun dryRun,
    Instant createdAt,
    Instant startedAt,
    Instant endedAt) {

  /**
   * What became of rows.
   *
   * @param rows how many those are
   * @param erased rows that were erased before they were written
   */
  public record Done(
      long rows, long newLeads, long touchpoints, long duplicates, long quarantined, long erased) {}
}
