package baton.routing.holding.rest;

import baton.http.keys.Roles;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import baton.routing.holding.HeldQueue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who waits, and why. */
@Path("/v1/held")
@RolesAllowed({Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN, Roles.INTEGRATION})
@Tag(name = "Held leads")
public class HeldResource {

  private final HeldQueue queue;

  HeldResource(HeldQueue queue) {
    this.queue = queue;
  }

  @GET
  @Operation(summary = "Leads that wait because nobody fits, longest first, each with its reason")
  public Page<HeldQueue.Entry> list(@BeanParam PageRequest page) throws SQLException {
    long after = page.after().map(cursor -> cursor.number(0)).orElse(0L);
    return page.of(queue.list(after, page.rowsToRead()), entry -> Cursor.of(entry.place()));
  }
}
