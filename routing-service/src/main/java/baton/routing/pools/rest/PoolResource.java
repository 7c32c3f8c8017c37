package baton.routing.pools.rest;

import baton.http.keys.Roles;
import baton.http.problem.ProblemType;
import baton.routing.pools.Pools;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whose turn it is. */
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

  private final Pools pools;

  PoolResource(Pools pools) {
    this.pools = pools;
  }

  @GET
  @Path("/{name}")
  @Operation(summary = "A pool with its reps in the order of the turn, and their open leads")
  public Pools.Pool get(@PathParam("name") @Pattern(regexp = "[a-z0-9-]{1,63}") String name)
      throws SQLException {
    return pools.find(name).orElseThrow(() -> ProblemType.NOT_FOUND.because("no such pool"));
  }
}
