package baton.intake.identity.rest;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.keys.Roles;
import baton.http.problem.ProblemType;
import baton.intake.identity.Identities;
import baton.intake.identity.UnmergeLead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Two leads that were taken for one person are two after all. */
@Path("/v1/leads/{id}/unmerge")
@Tag(name = "Leads")
public class UnmergeResource {

  private final UnmergeLead unmerge;
  private final Identities identities;
  private final Correlation correlation;

  UnmergeResource(UnmergeLead unmerge, Identities identities, Correlation correlation) {
    this.unmerge = unmerge;
    this.identities = identities;
    this.correlation = correlation;
  }

  @POST
  @RolesAllowed({Roles.MARKETING, Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Have a merged lead be itself again",
      description =
          "Each is as if they had never been one: has its keys, what was known of it, and what it submitted"
              + " since, by the first key of each submission. What ended because of the merge stays ended."
              + " The two are never merged again. 409 if it is not merged, or if another merge of either has"
              + " to be undone first.")
  public void unmerge(@PathParam("id") UUID leadId) throws SQLException {
    Cause cause = new Cause(correlation.id(), null, correlation.traceparent());
    switch (unmerge.unmerge(leadId, cause)) {
      case DONE -> {}
      case NO_SUCH_LEAD -> throw IdentityResource.missing(identities, leadId);
      case NOT_MERGED -> throw ProblemType.CONFLICT.because("the lead is merged into no other");
      case ANOTHER_MERGED_SINCE ->
          throw ProblemType.CONFLICT.because(
              "another lead was merged into the same one since: unmerge that first");
      case SURVIVOR_MERGED ->
          throw ProblemType.CONFLICT.because(
              "the lead that it was merged into was merged itself: unmerge that first");
    }
  }
}
