package baton.intake.submission.rest;

import baton.intake.submission.Content;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A lead as an API client describes it. Nothing is required: what cannot reach anybody is kept and
 * answered as quarantined, so that it can be mended.
 */
@Schema(name = "Lead")
public record LeadRequest(
    @Size(max = 320) @Schema(examples = "jo.meyer@example.com") String email,
    @Size(max = 60) @Schema(examples = "+49 30 5550123") String phone,
    @Size(max = 200) @Schema(examples = "Jo") String givenName,
    @Size(max = 200) @Schema(examples = "Meyer") String familyName,
    @Size(max = 400) String fullName,
    @Size(max = 200) @Schema(examples = "Head of Purchasing") String title,
    @Size(max = 300) @Schema(examples = "Example GmbH") String company,
    @Size(max = 253) String companyDomain,
    @Pattern(regexp = "[A-Z]{2}") @Schema(examples = "DE") String country,
    @Size(max = 200) String industry,
    @PositiveOrZero Integer employees,
    @Size(max = 200) @Schema(examples = "spring-webinar") String campaign,
    @Size(max = 10_000) String notes,
    @Size(max = 100) Map<@Size(max = 200) String, @Size(max = 10_000) String> answers,
    Instant sentAt) {

  /** What it says. */
  public Content toContent() {
    return new Content(
        email,
        phone,
        givenName,
        familyName,
        fullName,
        title,
        company,
        companyDomain,
        country,
        industry,
        employees,
        campaign,
        notes,
        answers,
        sentAt);
  }
}
