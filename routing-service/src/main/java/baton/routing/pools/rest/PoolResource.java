package baton.routing.pools.rest;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import baton.routing.pools.ChangePools;
import baton.routing.pools.Pools;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Pools, whose turn it is, and what moved anybody in it. */
@Path("/v1/pools")
@RolesAllowed({
  Roles.REP,
  Roles.MANAGER,
  Roles.MARKETING,
  Roles.OPS,
  Roles.ADMIN,
  Roles.INTEGRATION
})
@Tag(name = "Pools")
public class PoolResource {

  private static final String NAME = "[a-z0-9-]{1,63}";

  private final Pools pools;
  private final ChangePools change;
  private final Correlation correlation;

  PoolResource(Pools pools, ChangePools change, Correlation correlation) {
    this.pools = pools;
    this.change = change;
    this.correlation = correlation;
  }

  @GET
  @Operation(summary = "Pools, by name, without their reps")
  public Page<Pools.Pool> list(@BeanParam PageRequest page) throws SQLException {
    String after = page.after().map(cursor -> cursor.text(0)).orElse("");
    return page.of(pools.list(after, page.rowsToRead()), pool -> Cursor.of(pool.name()));
  }

  @GET
  @Path("/{name}")
  @Operation(summary = "A pool with its reps in the order of the turn, and their open leads")
  public Pools.Pool get(@PathParam("name") @Pattern(regexp = NAME) String name)
      throws SQLException {
    return pools.find(name).orElseThrow(() -> ProblemType.NOT_FOUND.because("no such pool"));
  }

  @PUT
  @Path("/{name}")
  @RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN})
  @Operation(
      summary = "Make or change a pool",
      description =
          "Whoever stays keeps the place in the turn; whoever is new begins where the turn stands."
              + " Leads that wait are given out at once if this makes room for them.")
  public Response save(
      @PathParam("name") @Pattern(regexp = NAME) String name, @Valid @NotNull PoolRequest request)
      throws SQLException {
    Cause cause = new Cause(correlation.id(), null, correlation.traceparent());
    ChangePools.Saved saved = change.save(name, request.settings(), request.weights(), cause);
    if (saved instanceof ChangePools.Saved.UnknownReps unknown) {
      throw ProblemType.INVALID_REQUEST.because(
          "the pool is not valid",
          unknown.positions().stream()
              .map(i -> FieldError.at("/members/" + i + "/repId", "there is no such rep"))
              .toList());
    }
    boolean created = ((ChangePools.Saved.Done) saved).created();
    return Response.status(created ? 201 : 200).entity(get(name)).build();
  }

  @DELETE
  @Path("/{name}")
  @RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN})
  @Operation(
      summary = "Delete a pool",
      description =
          "Refused with 409, naming them, while rules give leads to it, or it has open or held"
              + " leads.")
  public Response delete(@PathParam("name") @Pattern(regexp = NAME) String name)
      throws SQLException {
    ChangePools.Deleted deleted = change.delete(name);
    if (deleted instanceof ChangePools.Deleted.InUse use) {
      throw ProblemType.CONFLICT.because("is used by " + String.join(", ", use.users()));
    } else if (deleted instanceof ChangePools.Deleted.NoSuchPool) {
      throw ProblemType.NOT_FOUND.because("no such pool");
    }
    return Response.noContent().build();
  }

  @GET
  @Path("/{name}/ledger")
  @Operation(
      summary = "What moved anybody in the turn and was no ordinary turn, newest first",
      description =
          "Joining, turns missed and what kept the rep away, turns given back and used, changes of"
              + " weight, leaving. Ordinary turns are the assignments.")
  public Page<Pools.Entry> ledger(
      @PathParam("name") @Pattern(regexp = NAME) String name, @BeanParam PageRequest page)
      throws SQLException {
    get(name);
    long before = page.after().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
    return page.of(pools.ledger(name, before, page.rowsToRead()), entry -> Cursor.of(entry.id()));
  }
}
