package baton.intake.sources.rest;

import baton.http.text.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A source as it is to be.
 *
 * @param campaign credited where a submission names none, or null
 * @param country ISO 3166-1 alpha-2 for phone numbers without a prefix, or null
 * @param active null means true
 */
public record SourceRequest(
    @NotBlank @Size(max = 200) @PlainText String name,
    @Size(max = 200) @PlainText String campaign,
    @Pattern(regexp = "[A-Z]{2}") String country,
    Boolean active) {}
