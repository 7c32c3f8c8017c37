package baton.intake.sources.rest;

import baton.http.problem.FieldError;
import baton.http.text.PlainText;
import baton.intake.mapping.CompiledMapping;
import baton.intake.mapping.Mapping;
import baton.intake.submission.Consent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a sender of a form of its own has what a lead needs, in the terms of {@link Mapping}:
 * {@code items} over {@code body}, all others over {@code item}.
 */
@Schema(name = "Mapping")
public record MappingRequest(
    @PlainText @Schema(examples = "body.entries") String items,
    @PlainText @Schema(examples = "item.id") String id,
    @PlainText @Schema(examples = "item.number") String sequence,
    @PlainText @Schema(examples = "item.kind == \"lead\"") String when,
    @Size(max = 15) Map<@NotBlank String, @NotBlank @PlainText String> fields,
    @Size(max = 100)
        Map<@NotBlank @Size(max = 200) @PlainText String, @NotBlank @PlainText String> answers,
    @Size(max = 20) List<@Valid @NotNull ConsentRule> consents) {

  /** A box that can be ticked; all but the purpose are expressions. */
  @Schema(name = "ConsentMapping")
  public record ConsentRule(
      @NotBlank @Size(max = Consent.LONGEST_PURPOSE) @PlainText String purpose,
      @NotBlank @PlainText String granted,
      @PlainText String wording,
      @PlainText String at) {}

  /** What is wrong with its expressions. */
  public List<FieldError> mistakes() {
    return CompiledMapping.compile(toMapping()).mistakes().stream()
        .map(mistake -> FieldError.at("/mapping" + mistake.pointer(), mistake.message()))
        .toList();
  }

  /** The same in the terms of the domain. */
  public Mapping toMapping() {
    return new Mapping(
        items,
        id,
        sequence,
        when,
        fields,
        answers,
        consents == null
            ? List.of()
            : consents.stream()
                .map(
                    rule ->
                        new Mapping.ConsentMapping(
                            rule.purpose(), rule.granted(), rule.wording(), rule.at()))
                .toList());
  }
}
