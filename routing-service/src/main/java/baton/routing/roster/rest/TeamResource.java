package baton.routing.roster.rest;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.http.text.PlainText;
import baton.routing.roster.Teams;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Teams and their managers. */
@Path("/v1/teams")
@RolesAllowed({
  Roles.REP,
  Roles.MANAGER,
  Roles.MARKETING,
  Roles.OPS,
  Roles.ADMIN,
  Roles.INTEGRATION
})
@Tag(name = "Roster")
public class TeamResource {

  private final Teams teams;
  private final Correlation correlation;

  TeamResource(Teams teams, Correlation correlation) {
    this.teams = teams;
    this.correlation = correlation;
  }

  /**
   * A team as it is to be.
   *
   * @param managerId a rep on the roster, or null
   */
  @Schema(name = "TeamRequest")
  public record Request(UUID managerId) {}

  @PUT
  @Path("/{name}")
  @RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN})
  @Operation(
      summary = "Make or change a team",
      description = "Its manager takes over from all in it who have none of their own.")
  public Response save(
      @PathParam("name") @Size(max = 200) @PlainText String name, @Valid @NotNull Request request)
      throws SQLException {
    Cause cause = new Cause(correlation.id(), null, correlation.traceparent());
    Teams.Saved saved = teams.save(name, request.managerId(), cause);
    if (saved instanceof Teams.Saved.Done done) {
      return Response.status(done.created() ? 201 : 200).entity(get(name)).build();
    }
    String reason =
        saved instanceof Teams.Saved.Circle
            ? "somebody would report to themselves in the end"
            : "there is no such rep";
    throw ProblemType.INVALID_REQUEST.because(
        "the team is not valid", List.of(FieldError.at("/managerId", reason)));
  }

  @GET
  @Operation(summary = "Teams, by name")
  public Page<Teams.Team> list(@BeanParam PageRequest page) throws SQLException {
    String after = page.after().map(cursor -> cursor.text(0)).orElse("");
    return page.of(teams.list(after, page.rowsToRead()), team -> Cursor.of(team.name()));
  }

  @GET
  @Path("/{name}")
  @Operation(summary = "One team")
  public Teams.Team get(@PathParam("name") @Size(max = 200) @PlainText String name)
      throws SQLException {
    return teams.find(name).orElseThrow(() -> ProblemType.NOT_FOUND.because("no such team"));
  }

  @DELETE
  @Path("/{name}")
  @RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN})
  @Operation(
      summary = "Delete a team",
      description = "Refused with 409, naming them, while reps are in it.")
  public Response delete(@PathParam("name") @Size(max = 200) @PlainText String name)
      throws SQLException {
    Teams.Deleted deleted = teams.delete(name);
    if (deleted instanceof Teams.Deleted.InUse use) {
      throw ProblemType.CONFLICT.because("is used by " + String.join(", ", use.users()));
    } else if (deleted instanceof Teams.Deleted.NoSuchTeam) {
      throw ProblemType.NOT_FOUND.because("no such team");
    }
    return Response.noContent().build();
  }
}
