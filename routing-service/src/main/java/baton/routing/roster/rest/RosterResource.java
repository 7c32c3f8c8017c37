package baton.routing.roster.rest;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.keys.Caller;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.routing.roster.Roster;
import baton.routing.roster.RosterEntry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
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
  private static final Set<String> KEEPERS = Set.of(Roles.MANAGER, Roles.OPS, Roles.ADMIN);

  private final Roster roster;
  private final Correlation correlation;
  private final Caller caller;

  RosterResource(Roster roster, Correlation correlation, Caller caller) {
    this.roster = roster;
    this.correlation = correlation;
    this.caller = caller;
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
    Roster.Saved saved =
        roster.save(List.of(request.toWanted(repId)), Roster.Mode.ALL_OR_NOTHING, cause()).get(0);
    if (saved instanceof Roster.Saved.Done done) {
      return Response.status(done.created() ? 201 : 200).entity(view(done.entry())).build();
    }
    throw refusal(((Roster.Saved.Refused) saved).faults());
  }

  /** What somebody else has is a conflict; what is nowhere is a fault of the request. */
  private static RuntimeException refusal(List<Roster.Fault> faults) {
    boolean taken =
        faults.stream().allMatch(f -> f.field().equals("email") || f.field().equals("externalIds"));
    List<FieldError> errors =
        faults.stream().map(f -> FieldError.at("/" + f.field(), f.reason())).toList();
    return taken
        ? ProblemType.CONFLICT.because(faults.get(0).reason(), errors)
        : ProblemType.INVALID_REQUEST.because("the rep is not valid", errors);
  }

  private Cause cause() {
    return new Cause(correlation.id(), null, correlation.traceparent());
  }

  private RepView view(RosterEntry entry) {
    return RepView.from(entry, KEEPERS.contains(caller.role()));
  }

  @GET
  @Operation(summary = "The roster, by name")
  public Page<RepView> list(@BeanParam PageRequest page) throws SQLException {
    String name = page.after().map(cursor -> cursor.text(0)).orElse("");
    UUID id = page.after().map(cursor -> cursor.uuid(1)).orElse(FIRST);
    List<RosterEntry> reps = roster.list(name, id, page.rowsToRead());
    return page.of(
        reps.stream().map(this::view).toList(), rep -> Cursor.of(rep.name(), rep.repId()));
  }

  @GET
  @Path("/{repId}")
  @Operation(summary = "One rep")
  public RepView get(@PathParam("repId") UUID repId) throws SQLException {
    return roster
        .find(repId)
        .map(this::view)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("no such rep"));
  }

  @DELETE
  @Path("/{repId}")
  @RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN})
  @Operation(
      summary = "Take a rep off the roster",
      description =
          "Refused with 409, naming them, while the rep has open leads, or a rule, an account, a"
              + " team or another rep needs the rep. History keeps the name.")
  public Response delete(@PathParam("repId") UUID repId) throws SQLException {
    Roster.Left left = roster.leave(repId, cause());
    if (left instanceof Roster.Left.InUse use) {
      throw ProblemType.CONFLICT.because("is used by " + String.join(", ", use.users()));
    } else if (left instanceof Roster.Left.NoSuchRep) {
      throw ProblemType.NOT_FOUND.because("no such rep");
    }
    return Response.noContent().build();
  }
}
