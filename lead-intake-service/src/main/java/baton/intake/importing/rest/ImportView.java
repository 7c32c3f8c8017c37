package baton.intake.importing.rest;

import baton.intake.importing.Column;
import baton.intake.importing.DryRun;
import baton.intake.importing.ImportKind;
import baton.intake.importing.ImportState;
import baton.intake.importing.ImportedList;
import baton.intake.importing.ListMapping;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An import as it is shown.
 *
 * @param encoding in which the file is written, as somebody said or as it was found out
 * @param delimiter likewise
 * @param columns in their order, as the header has them
 * @param suggestion what the columns most likely mean; null once somebody has said
 * @param mapping what they mean
 * @param bytes size of the file
 * @param rows how many it has, the header not counted
 * @param done what became of its rows so far
 * @param dryRun what would become of them; null without a dry run
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Import")
public record ImportView(
    UUID id,
    String source,
    String name,
    ImportState state,
    String encoding,
    String delimiter,
    List<String> columns,
    List<Column> suggestion,
    ImportKind kind,
    String campaign,
    List<Column> mapping,
    long bytes,
    long rows,
    ImportedList.Done done,
    DryRun dryRun,
    Instant createdAt,
    Instant startedAt,
    Instant endedAt) {

  static ImportView from(ImportedList list) {
    ListMapping mapping = list.mapping();
    boolean unconfirmed = mapping == null && list.columns() != null;
    return new ImportView(
        list.id(),
        list.source(),
        list.name(),
        list.state(),
        list.encoding(),
        list.delimiter(),
        list.columns(),
        unconfirmed ? ListMapping.suggested(list.columns()).columns() : null,
        list.kind(),
        mapping == null ? null : mapping.campaign(),
        mapping == null ? null : mapping.columns(),
        list.bytes(),
        list.rows(),
        list.done(),
        list.dryRun(),
        list.createdAt(),
        list.startedAt(),
        list.endedAt());
  }
}
