package baton.routing.roster.rest;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.ProblemType;
import baton.routing.roster.Roster;
import baton.routing.roster.RosterEntry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keeps and shows the roster. */
@Path("/v1/reps")
@RolesAllowed({
  Roles.REP,
  Roles.MANAGER,
  Roles.MARKETING,
  Roles.OPS,
  Roles.ADMIN,
  Roles.INTEGRATION
})
@Tag(name = "Roster")
public class RosterResource {

  private static final UUID FIRST = new UUID(0, 0);

  private final Roster roster;
  private final Correlation correlation;

  RosterResource(Roster roster, Correlation correlation) {
    this.roster = roster;
    this.correlation = correlation;
  }

  @PUT
  @Path("/{repId}")
  @RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN})
  @Operation(
      summary = "Make or change a rep",
      description =
          "The id is chosen by the caller. Leads that wait are given out at once if this makes"
              + " room for them.")
  public Response save(@PathParam("repId") UUID repId, @Valid @NotNull RepRequest request)
      throws SQLException {
    Cause cause = new Cause(correlation.id(), null, correlation.traceparent());
    Roster.Saved saved = roster.save(request.toWanted(repId), cause);
    if (saved instanceof Roster.Saved.Done done) {
      return Response.status(done.created() ? 201 : 200).entity(RepView.from(done.entry())).build();
    }
    String system = ((Roster.Saved.ExternalIdTaken) saved).system();
    throw ProblemType.CONFLICT.because("another rep has this id in " + system);
  }

  @GET
  @Operation(summary = "The roster, by name")
  public Page<RepView> list(@BeanParam PageRequest page) {
    String name = page.after().map(cursor -> cursor.text(0)).orElse("");
    UUID id = page.after().map(cursor -> cursor.uuid(1)).orElse(FIRST);
    List<RosterEntry> reps = roster.list(name, id, page.rowsToRead());
    return page.of(
        reps.stream().map(RepView::from).toList(), rep -> Cursor.of(rep.name(), rep.repId()));
  }

  @GET
  @Path("/{repId}")
  @Operation(summary = "One rep")
  public RepView get(@PathParam("repId") UUID repId) {
    return roster
        .find(repId)
        .map(RepView::from)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("no such rep"));
  }
}
