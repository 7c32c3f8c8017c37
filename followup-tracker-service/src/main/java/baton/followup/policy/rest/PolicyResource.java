package baton.followup.policy.rest;

import baton.followup.policy.FollowUpPolicies;
import baton.followup.policy.domain.FollowUpPolicy;
import baton.http.keys.Caller;
import baton.http.keys.Roles;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What Sales owes leads. */
@Path("/v1/followup-policy")
@Tag(name = "Follow-up policy")
@RolesAllowed({
  Roles.INTEGRATION,
  Roles.REP,
  Roles.MANAGER,
  Roles.MARKETING,
  Roles.OPS,
  Roles.ADMIN
})
public class PolicyResource {

  private final FollowUpPolicies policies;
  private final Caller caller;

  PolicyResource(FollowUpPolicies policies, Caller caller) {
    this.policies = policies;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "The policy in force")
  public PolicyView current() throws SQLException {
    return PolicyView.from(policies.history().current());
  }

  @GET
  @Path("/versions/{version}")
  @Operation(summary = "The policy as it was saved once")
  public PolicyView version(@PathParam("version") int version) throws SQLException {
    return policies
        .history()
        .version(version)
        .map(PolicyView::from)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("there is no such version"));
  }

  @PUT
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Save the policy, whole",
      description =
          "In force from now on: what was assigned or qualified before keeps the version it began"
              + " with. A reason code that is left out is retired, and stays valid for what was done"
              + " before. 409 if another version was saved since expectedVersion.")
  public PolicyView save(@Valid @NotNull PolicyRequest request) throws SQLException {
    FollowUpPolicy policy = request.toPolicy();
    List<FieldError> errors =
        policy.faults(FollowUpPolicies::isRegion).stream()
            .map(fault -> FieldError.at(fault.pointer(), fault.detail()))
            .toList();
    if (!errors.isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because("the policy is not valid", errors);
    }
    return policies
        .save(policy, request.expectedVersion(), request.label(), caller.name())
        .map(PolicyView::from)
        .orElseThrow(
            () -> ProblemType.CONFLICT.because("another version was saved since; read it first"));
  }
}
