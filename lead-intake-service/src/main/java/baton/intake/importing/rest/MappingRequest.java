package baton.intake.importing.rest;

import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.intake.importing.Column;
import baton.intake.importing.Column.Use;
import baton.intake.importing.ImportKind;
import baton.intake.importing.ImportedList;
import baton.intake.importing.ListMapping;
import baton.intake.submission.LeadField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the columns of a list mean.
 *
 * @param kind whether its rows ask for something now, or happened before
 * @param campaign credited where a row names none
 * @param columns in any order; a column that is not named is ignored
 */
@Schema(name = "ImportMapping")
public record MappingRequest(
    @NotNull ImportKind kind,
    @Size(min = 1, max = 200) @PlainText @Schema(examples = "spring-fair") String campaign,
    @NotNull @Size(max = 500) List<@Valid @NotNull ColumnRequest> columns) {

  /**
   * What a column means.
   *
   * @param column its name in the header
   * @param field of FIELD, which one
   * @param purpose of CONSENT, what for
   */
  @Schema(name = "ImportColumn")
  public record ColumnRequest(
      @NotNull @Schema(examples = "E-Mail") String column,
      @NotNull @Schema(examples = "FIELD") Use use,
      @Schema(examples = "EMAIL") LeadField field,
      @Size(min = 1, max = 200) @PlainText String purpose) {}

  /** The same for this list; answers 400 if it does not fit its header. */
  ListMapping toMapping(ImportedList list) {
    List<FieldError> errors = new ArrayList<>();
    Set<String> known = new HashSet<>(list.columns());
    Set<LeadField> taken = EnumSet.noneOf(LeadField.class);
    Set<String> purposes = new HashSet<>();
    List<Column> meant = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ColumnRequest one = columns.get(i);
      String at = "/columns/" + i;
      if (!known.remove(one.column())) {
        errors.add(FieldError.at(at + "/column", "is no column of the list, or came before"));
      }
      if ((one.use() == Use.FIELD) != (one.field() != null)) {
        errors.add(FieldError.at(at + "/field", "must be given for FIELD, and only for it"));
      } else if (one.field() != null && !taken.add(one.field())) {
        errors.add(FieldError.at(at + "/field", "is another column already"));
      }
      boolean hasPurpose = one.purpose() != null && !one.purpose().isBlank();
      if ((one.use() == Use.CONSENT) != hasPurpose) {
        errors.add(FieldError.at(at + "/purpose", "must be given for CONSENT, and only for it"));
      } else if (hasPurpose && !purposes.add(one.purpose())) {
        errors.add(FieldError.at(at + "/purpose", "is another column already"));
      }
      meant.add(new Column(one.column(), one.use(), one.field(), one.purpose()));
    }
    if (!errors.isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because("the columns cannot mean that", errors);
    }
    return new ListMapping(meant, campaign);
  }
}
