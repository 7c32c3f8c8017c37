package baton.followup.worklist.rest;

import baton.followup.policy.FollowUpPolicies;
import baton.followup.policy.domain.PolicyHistory;
import baton.followup.worklist.Commitments;
import baton.followup.worklist.Commitments.Entry;
import baton.followup.worklist.Commitments.Place;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.paging.TimeParameter;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is owed. */
@Path("/v1")
@Tag(name = "Commitments")
@RolesAllowed({
  Roles.INTEGRATION,
  Roles.REP,
  Roles.MANAGER,
  Roles.MARKETING,
  Roles.OPS,
  Roles.ADMIN
})
public class CommitmentResource {

  private static final List<String> STATES = List.of("OPEN", "MET", "BREACHED", "ENDED");
  private static final Instant ANY_TIME = Instant.parse("9999-12-31T23:59:59Z");

  private final Commitments commitments;
  private final FollowUpPolicies policies;

  CommitmentResource(Commitments commitments, FollowUpPolicies policies) {
    this.commitments = commitments;
    this.policies = policies;
  }

  /** All that is and was owed about a lead. */
  public record CommitmentsView(List<CommitmentView> items) {}

  @GET
  @Path("/leads/{id}/commitments")
  @Operation(
      summary = "What is and was owed about a lead",
      description =
          "By due time, open and past, each with the policy that set it and why it is so.")
  public CommitmentsView ofLead(@PathParam("id") UUID leadId) throws SQLException {
    List<Entry> entries = commitments.of(leadId);
    if (entries.isEmpty()) {
      throw ProblemType.NOT_FOUND.because("nothing was ever owed about such a lead here");
    }
    PolicyHistory history = policies.history();
    return new CommitmentsView(
        entries.stream().map(entry -> CommitmentView.from(entry, history)).toList());
  }

  @GET
  @Path("/commitments")
  @Operation(
      summary = "What is owed, by due time",
      description = "A worklist: what falls due next.")
  public Page<CommitmentView> list(
      @QueryParam("repId") @Parameter(description = "Who owes it") UUID repId,
      @QueryParam("state")
          @DefaultValue("OPEN")
          @Parameter(description = "OPEN, MET, BREACHED or ENDED")
          String state,
      @QueryParam("dueBefore") @Parameter(description = "Such as 2026-03-02T17:00:00Z")
          String dueBefore,
      @BeanParam PageRequest page)
      throws SQLException {
    if (!STATES.contains(state)) {
      throw refused("state", "must be one of " + String.join(", ", STATES));
    }
    Instant until = dueBefore == null ? ANY_TIME : TimeParameter.parse("dueBefore", dueBefore);
    Place after =
        page.after()
            .map(c -> new Place(c.instant(0), c.uuid(1), c.text(2), (int) c.number(3)))
            .orElse(Place.FIRST);
    Page<Entry> rows =
        page.of(
            commitments.list(repId, state, until, after, page.rowsToRead()),
            e -> Cursor.of(e.dueAt(), e.holderId(), e.kind(), e.checkpoint()));
    PolicyHistory history = policies.history();
    return new Page<>(
        rows.items().stream().map(entry -> CommitmentView.from(entry, history)).toList(),
        rows.next());
  }

  private static RuntimeException refused(String parameter, String detail) {
    return ProblemType.INVALID_REQUEST.because(
        parameter + " is not valid", List.of(FieldError.parameter(parameter, detail)));
  }
}
