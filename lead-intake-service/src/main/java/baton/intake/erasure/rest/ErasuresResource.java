package baton.intake.erasure.rest;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.keys.Roles;
import baton.intake.erasure.EraseByEmail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erases whoever has an address. */
@Path("/v1/erasures")
@Tag(name = "Leads")
public class ErasuresResource {

  private final EraseByEmail eraseByEmail;
  private final Correlation correlation;

  ErasuresResource(EraseByEmail eraseByEmail, Correlation correlation) {
    this.eraseByEmail = eraseByEmail;
    this.correlation = correlation;
  }

  /** Who is to be erased. In the body, because what stands in an address is kept by others. */
  @Schema(name = "Erasure")
  public record ErasureRequest(
      @NotNull
          @Size(max = 320)
          @Pattern(regexp = "\\s*[^\\s@]+@[^\\s@]+\\s*", message = "must be an address")
          @Schema(examples = "jo.meyer@example.com")
          String email) {

    /** Never the address. */
    @Override
    public String toString() {
      return "ErasureRequest";
    }
  }

  /**
   * What was erased.
   *
   * @param leadIds of who had the address, of a person who turned out to be several leads the one
   *     that gave it; empty if nobody had
   * @param discarded how many quarantined submissions mentioned it
   * @param listed how many rows of lists that were not written yet mentioned it
   */
  @Schema(name = "Erased")
  public record ErasedView(List<UUID> leadIds, int discarded, int listed) {}

  @POST
  @RolesAllowed({Roles.MARKETING, Roles.OPS, Roles.ADMIN})
  @Operation(
      summary = "Erase whoever has an e-mail address",
      description =
          "As DELETE /v1/leads/{id} does, with all leads that they turned out to be, and deletes what"
              + " waits in quarantine or in a list and mentions the address. May be repeated,"
              + " so that no Idempotency-Key is needed.")
  public ErasedView erase(@Valid @NotNull ErasureRequest request) throws SQLException {
    Cause cause = new Cause(correlation.id(), null, correlation.traceparent());
    EraseByEmail.Erased erased = eraseByEmail.erase(request.email(), cause);
    return new ErasedView(erased.leads(), erased.discarded(), erased.listed());
  }
}
