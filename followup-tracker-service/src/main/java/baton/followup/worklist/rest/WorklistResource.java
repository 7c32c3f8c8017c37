package baton.followup.worklist.rest;

import baton.followup.acting.ActingRep;
import baton.followup.worklist.Worklist;
import baton.followup.worklist.Worklists;
import baton.http.keys.Roles;
import baton.http.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a rep has to work on. */
@Path("/v1/worklist")
@RolesAllowed({Roles.REP, Roles.MANAGER, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist")
public class WorklistResource {

  private final Worklists worklists;
  private final ActingRep acting;

  WorklistResource(Worklists worklists, ActingRep acting) {
    this.worklists = worklists;
    this.acting = acting;
  }

  @GET
  @Operation(
      summary = "What a rep has to work on, most pressing first",
      description =
          "LATE: a deadline has passed, and what was owed was not done since; by grade, score and due"
              + " time. DUE: something is owed; by due time. WORKING: nothing is owed, it waits for an"
              + " outcome; by the time since when the rep has it. At most 200 items; total says how"
              + " many there are. A key whose subject is a rep sees the rep's own list only.")
  public Worklist worklist(
      @QueryParam("repId") @Parameter(description = "Whose; a rep's own key can leave it out")
          UUID repId)
      throws SQLException {
    return worklists
        .of(acting.meant(repId))
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("there is no such rep here"));
  }
}
