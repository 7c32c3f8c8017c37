package baton.intake.quarantine.rest;

import baton.events.intake.QuarantineReason;
import baton.http.paging.ConstantParameter;
import baton.http.text.PlainText;
import baton.intake.quarantine.Quarantine;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which of the quarantined submissions: {@code ?source=&reason=}. */
public class QuarantineFilter {

  @QueryParam("source")
  @PlainText
  @Parameter(description = "Of this source only")
  String source;

  @QueryParam("reason")
  @Parameter(
      description = "For this reason only",
      schema = @Schema(implementation = QuarantineReason.class))
  String reason;

  /** For JAX-RS. */
  public QuarantineFilter() {}

  Quarantine.Filter toFilter() {
    return new Quarantine.Filter(
        source,
        reason == null ? null : ConstantParameter.parse(QuarantineReason.class, "reason", reason));
  }
}
