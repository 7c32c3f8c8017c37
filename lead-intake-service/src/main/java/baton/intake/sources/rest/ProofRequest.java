package baton.intake.sources.rest;

import baton.http.problem.FieldError;
import baton.intake.sources.Proof;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a sender of a form of its own proves who it is, in the terms of {@link Proof}. */
@Schema(name = "Proof")
public record ProofRequest(
    @NotNull Proof.By by,
    @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") @Schema(examples = "X-Signature") String name,
    Proof.Encoding encoding,
    @Size(max = 40) @Pattern(regexp = "[\\x21-\\x7e]*") @Schema(examples = "sha256=")
        String prefix) {

  /** What does not fit what it shows. */
  List<FieldError> mistakes() {
    boolean isSignature = by == Proof.By.SIGNATURE;
    if (isSignature && encoding == null) {
      return List.of(FieldError.at("/proof/encoding", "is required of a signature"));
    }
    return !isSignature && (encoding != null || prefix != null)
        ? List.of(FieldError.at("/proof/by", "has neither encoding nor prefix"))
        : List.of();
  }

  Proof toProof() {
    return new Proof(by, name, encoding, prefix);
  }
}
