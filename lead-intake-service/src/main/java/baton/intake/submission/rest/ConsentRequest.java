package baton.intake.submission.rest;

import baton.intake.submission.Consent;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody said about being contacted, in the terms of {@link Consent}. */
@Schema(name = "Consent")
public record ConsentRequest(
    @NotBlank @Size(max = Consent.LONGEST_PURPOSE) @Schema(examples = "email") String purpose,
    @NotNull Boolean granted,
    @Size(max = Consent.LONGEST_WORDING) @Schema(examples = "I want to get the newsletter")
        String wording,
    @Size(max = 200) @Schema(examples = "form") String mechanism,
    Instant at) {

  /** The same in the terms of the domain, as precise as the database is. */
  public Consent toConsent() {
    return new Consent(
        purpose,
        granted,
        wording,
        mechanism == null ? "api" : mechanism,
        at == null ? null : at.truncatedTo(ChronoUnit.MICROS));
  }
}
