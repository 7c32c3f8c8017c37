package baton.intake.sources.rest;

import baton.http.problem.FieldError;
import baton.http.text.PlainText;
import baton.intake.sources.Platform;
import baton.intake.sources.SecretOrigin;
import baton.intake.sources.Wanted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A source as it is to be.
 *
 * @param platform null means {@code STANDARD_WEBHOOKS}; it never changes
 * @param secret by which the platform proves itself: of HUBSPOT the client secret of its app, which
 *     a new source has to have; of STANDARD_WEBHOOKS always made by Baton; otherwise made by Baton
 *     if a new source has none. Null keeps those that are known, another replaces them. What is
 *     given is never shown
 * @param v3Only of HubSpot: true refuses signatures without a time (v2); null means false
 * @param campaign credited where a submission names none, or null
 * @param country ISO 3166-1 alpha-2 for phone numbers without a prefix, or null
 * @param active null means true
 */
public record SourceRequest(
    @NotBlank @Size(max = 200) @PlainText String name,
    Platform platform,
    @SecretText @Schema(writeOnly = true) String secret,
    Boolean v3Only,
    @Size(max = 200) @PlainText String campaign,
    @Pattern(regexp = "[A-Z]{2}") String country,
    Boolean active) {

  /** What does not fit the platform. */
  List<FieldError> misfits() {
    List<FieldError> misfits = new ArrayList<>();
    if (secret != null && platformOrStandard().secret() == SecretOrigin.BATON) {
      misfits.add(FieldError.at("/secret", "is made by Baton for this platform"));
    }
    if (v3Only != null && platformOrStandard() != Platform.HUBSPOT) {
      misfits.add(FieldError.at("/v3Only", "is for HUBSPOT only"));
    }
    return misfits;
  }

  Wanted toWanted(String id) {
    return new Wanted(
        id,
        name,
        platformOrStandard(),
        Boolean.TRUE.equals(v3Only),
        secret,
        campaign,
        country,
        !Boolean.FALSE.equals(active));
  }

  private Platform platformOrStandard() {
    return platform == null ? Platform.STANDARD_WEBHOOKS : platform;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "SourceRequest[" + name + "]";
  }
}
