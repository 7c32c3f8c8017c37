package baton.routing.holding.rest;

import baton.eventlog.Cause;
import baton.http.correlation.Correlation;
import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.routing.assignment.HeldLead;
import baton.routing.assignment.RerouteHeld;
import baton.routing.holding.HeldQueue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who waits, and why. */
@Path("/v1/held")
@RolesAllowed({Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN, Roles.INTEGRATION})
@Tag(name = "Held leads")
public class HeldResource {

  private final HeldQueue queue;
  private final RerouteHeld reroute;
  private final Correlation correlation;

  HeldResource(HeldQueue queue, RerouteHeld reroute, Correlation correlation) {
    this.queue = queue;
    this.reroute = reroute;
    this.correlation = correlation;
  }

  /** How many leads went to another pool or to an owner. */
  @Schema(name = "Rerouted")
  public record Rerouted(int moved) {}

  @POST
  @Path("/reroute")
  @RolesAllowed({Roles.MANAGER, Roles.OPS, Roles.ADMIN})
  @Operation(
      summary = "Route leads that wait again, by the rules in force",
      description =
          "A lead keeps its pool when the rules change, until somebody asks for this. It keeps the"
              + " time since when it waits.")
  public Rerouted reroute(@QueryParam("pool") @Pattern(regexp = "[a-z0-9-]{1,63}") String pool)
      throws SQLException {
    Cause cause = new Cause(correlation.id(), null, correlation.traceparent());
    return new Rerouted(reroute.reroute(pool, cause));
  }

  @GET
  @Operation(
      summary =
          "Leads that wait because nobody fits, in the order in which they are served, each with its reason")
  public Page<HeldQueue.Entry> list(@BeanParam PageRequest page) throws SQLException {
    HeldLead.Place after =
        page.after()
            .map(cursor -> new HeldLead.Place(cursor.instant(0), cursor.number(1)))
            .orElse(HeldLead.Place.FIRST);
    return page.of(
        queue.list(after, page.rowsToRead()),
        entry -> Cursor.of(entry.priorityAt(), entry.place()));
  }
}
