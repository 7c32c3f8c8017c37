package baton.qualification.criteria.rest;

import baton.http.keys.Caller;
import baton.http.keys.Roles;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.qualification.criteria.CriteriaSets;
import baton.qualification.criteria.CriteriaStore.InForce;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The criteria by which leads are decided now. */
@Path("/v1/criteria")
@RolesAllowed({
  Roles.REP,
  Roles.MANAGER,
  Roles.MARKETING,
  Roles.OPS,
  Roles.ADMIN,
  Roles.INTEGRATION
})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Criteria")
public class CriteriaResource {

  private final CriteriaSets sets;
  private final Caller caller;

  CriteriaResource(CriteriaSets sets, Caller caller) {
    this.sets = sets;
    this.caller = caller;
  }

  /** Which version is to decide. */
  @Schema(name = "CriteriaChoice")
  public record Choice(@NotNull @PlainText String id, @NotNull Integer version) {}

  /**
   * What decides now.
   *
   * @param putBy name of the key that put it in force
   */
  @Schema(name = "CriteriaInForce")
  public record InForceView(Instant since, String putBy, CriteriaView criteria) {}

  @GET
  @Operation(summary = "The criteria in force", description = "By which leads are decided now.")
  public InForceView inForce() throws SQLException {
    return view(sets.inForce().orElseThrow());
  }

  @PUT
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Put a version in force",
      description =
          "It decides whatever is decided from now on; decisions that were made stay as they are.")
  public InForceView putInForce(@Valid @NotNull Choice choice) throws SQLException {
    return view(
        sets.putInForce(choice.id(), choice.version(), caller.name())
            .orElseThrow(
                () -> ProblemType.UNPROCESSABLE.because("there is no such version of such a set")));
  }

  private InForceView view(InForce inForce) throws SQLException {
    return new InForceView(
        inForce.since(),
        inForce.putBy(),
        CriteriaView.from(sets.find(inForce.id(), inForce.version()).orElseThrow()));
  }
}
