package baton.followup.owed.rest;

import baton.followup.commitment.domain.Deadline;
import baton.followup.live.Live;
import baton.followup.live.Live.Asked;
import baton.followup.owed.Owed;
import baton.followup.owed.OwedLeads;
import baton.followup.owed.OwedLeads.Place;
import baton.followup.owed.OwedLeads.Placed;
import baton.followup.owed.OwedLeads.Which;
import baton.followup.owed.OwedNow;
import baton.http.keys.Roles;
import baton.http.paging.ConstantParameter;
import baton.http.paging.Cursor;
import baton.http.paging.Page;
import baton.http.paging.PageRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is owed now, once or live. */
@Path("/v1/owed")
@RolesAllowed({Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Tag(name = "Owed")
public class OwedResource {

  private static final List<String> FLEETING = List.of("at");

  private final OwedNow owed;
  private final OwedLeads leads;
  private final Live live;

  OwedResource(OwedNow owed, OwedLeads leads, Live live) {
    this.owed = owed;
    this.leads = leads;
    this.live = live;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "What is owed now",
      description =
          "What there is time for, what is late and owed still, what falls due next, what became late"
              + " last, and how many cycles are in each open state.")
  public Owed now() throws SQLException {
    return owed.look();
  }

  @GET
  @Path("/leads")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The leads behind a number of what is owed",
      description = "As many as are counted, by due time.")
  public Page<Owed.Entry> leads(
      @QueryParam("kind")
          @Parameter(description = "ACCEPTANCE (default), FIRST_TOUCH or FOLLOW_UP")
          @DefaultValue("ACCEPTANCE")
          String kind,
      @QueryParam("which")
          @Parameter(description = "OPEN (default), SOON: due within an hour, or LATE")
          @DefaultValue("OPEN")
          String which,
      @BeanParam PageRequest page)
      throws SQLException {
    Place after =
        page.after()
            .map(cursor -> new Place(cursor.instant(0), cursor.uuid(1)))
            .orElse(Place.FIRST);
    Page<Placed> placed =
        page.of(
            leads.list(
                ConstantParameter.parse(Deadline.Kind.class, "kind", kind),
                ConstantParameter.parse(Which.class, "which", which),
                after,
                page.rowsToRead()),
            one -> Cursor.of(one.place().dueAt(), one.place().holderId()));
    return new Page<>(placed.items().stream().map(Placed::entry).toList(), placed.next());
  }

  @GET
  @Path("/stream")
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "What is owed, live",
      description =
          "Server-sent events named owed, with what GET /v1/owed answers as data: at once, then whenever"
              + " it changed, at most once a second, and every 30 seconds anyway. A comment every 15"
              + " seconds without one.")
  public Multi<OutboundSseEvent> stream(@Context Sse sse) {
    return live.stream(sse, "owed", new Asked("owed", owed::look, FLEETING));
  }
}
