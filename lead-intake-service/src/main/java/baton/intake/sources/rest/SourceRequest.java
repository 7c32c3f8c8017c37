package baton.intake.sources.rest;

import baton.http.problem.FieldError;
import baton.http.text.PlainText;
import baton.intake.sources.Platform;
import baton.intake.sources.SecretOrigin;
import baton.intake.sources.Setting;
import baton.intake.sources.SignedText;
import baton.intake.sources.SourceSettings;
import baton.intake.sources.Wanted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
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
 * @param v3Only of HUBSPOT: true refuses signatures without a time; null means false
 * @param signedText of LINKEDIN_LEAD_GEN: which reading of its signature holds; null means that of
 *     its documentation
 * @param verifyToken of META_LEAD_ADS: what Meta says when it tries the address; made by Baton if a
 *     new source has none. Null keeps the one that is known
 * @param accessToken of platforms that tell of leads by number: by which Baton fetches them. Null
 *     keeps the one that is known
 * @param mapping of GENERIC and STANDARD_WEBHOOKS: where a lead's fields are; null: they are found
 *     by their names
 * @param proof of GENERIC: how it proves who it is; null: the secret in the header {@code
 *     X-Webhook-Secret}
 * @param requestsPerSecond as many requests are taken from it, 0 for any number; null: as from any
 *     source
 * @param campaign credited where a submission names none, or null
 * @param country ISO 3166-1 alpha-2 for phone numbers without a prefix, or null
 * @param active null means true
 */
public record SourceRequest(
    @NotBlank @Size(max = 200) @PlainText @Schema(examples = "Website forms") String name,
    @Schema(examples = "TYPEFORM") Platform platform,
    @SecretText @Schema(writeOnly = true) String secret,
    Boolean v3Only,
    SignedText signedText,
    @SecretText @Schema(writeOnly = true) String verifyToken,
    @Pattern(regexp = TOKEN, message = "must be 8 to 4000 visible ASCII characters")
        @Schema(writeOnly = true)
        String accessToken,
    @Valid MappingRequest mapping,
    @Valid ProofRequest proof,
    @PositiveOrZero @Max(100_000) Integer requestsPerSecond,
    @Size(max = 200) @PlainText @Schema(examples = "website") String campaign,
    @Pattern(regexp = "[A-Z]{2}") @Schema(examples = "DE") String country,
    Boolean active) {

  private static final String TOKEN = "[\\x21-\\x7e]{8,4000}";

  /** What does not fit the platform. */
  List<FieldError> misfits() {
    List<FieldError> misfits = new ArrayList<>();
    if (secret != null && platformOrStandard().secret() == SecretOrigin.BATON) {
      misfits.add(FieldError.at("/secret", "is made by Baton for this platform"));
    }
    misfit(misfits, Setting.V3_ONLY, v3Only, "/v3Only");
    misfit(misfits, Setting.SIGNED_TEXT, signedText, "/signedText");
    misfit(misfits, Setting.VERIFY_TOKEN, verifyToken, "/verifyToken");
    misfit(misfits, Setting.ACCESS_TOKEN, accessToken, "/accessToken");
    misfit(misfits, Setting.MAPPING, mapping, "/mapping");
    misfit(misfits, Setting.PROOF, proof, "/proof");
    if (mapping != null) {
      misfits.addAll(mapping.mistakes());
    }
    if (proof != null) {
      misfits.addAll(proof.mistakes());
    }
    return misfits;
  }

  private void misfit(List<FieldError> misfits, Setting setting, Object given, String pointer) {
    if (given != null && !platformOrStandard().takes(setting)) {
      misfits.add(FieldError.at(pointer, "is nothing that this platform has"));
    }
  }

  Wanted toWanted(String id) {
    return new Wanted(
        id,
        name,
        platformOrStandard(),
        new SourceSettings(
            Boolean.TRUE.equals(v3Only),
            signedText == null ? SourceSettings.DEFAULT.signedText() : signedText,
            mapping == null ? null : mapping.toMapping(),
            proof == null ? SourceSettings.DEFAULT.proof() : proof.toProof(),
            requestsPerSecond),
        secret,
        verifyToken,
        accessToken,
        campaign,
        country,
        !Boolean.FALSE.equals(active));
  }

  private Platform platformOrStandard() {
    return platform == null ? Platform.STANDARD_WEBHOOKS : platform;
  }

  /** Without any secret. */
  @Override
  public String toString() {
    return "SourceRequest[" + name + "]";
  }
}
