package baton.intake.submission.rest;

import baton.intake.submission.Content;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A lead as an API client describes it. Nothing is required: what cannot reach anybody is kept and
 * answered as quarantined, so that it can be mended. A text that is empty is not there.
 *
 * @param externalId by which the source knows the person; of one source, one person
 * @param consents what the person said about being contacted, kept for good
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
    Instant sentAt,
    @Size(max = 200) @Schema(examples = "contact-4711") String externalId,
    @Size(max = 20) List<@Valid @NotNull ConsentRequest> consents) {

  public LeadRequest {
    email = entered(email);
    phone = entered(phone);
    givenName = entered(givenName);
    familyName = entered(familyName);
    fullName = entered(fullName);
    title = entered(title);
    company = entered(company);
    companyDomain = entered(companyDomain);
    country = entered(country);
    industry = entered(industry);
    campaign = entered(campaign);
    notes = entered(notes);
    externalId = entered(externalId);
    answers = entered(answers);
  }

  /** Many tools send each field that they know, also where nothing was entered. */
  private static String entered(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static Map<String, String> entered(Map<String, String> answers) {
    if (answers == null) {
      return null;
    }
    Map<String, String> entered = new LinkedHashMap<>(answers);
    entered.values().removeIf(answer -> entered(answer) == null);
    return entered;
  }

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
        sentAt,
        externalId,
        consents == null ? List.of() : consents.stream().map(ConsentRequest::toConsent).toList());
  }
}
