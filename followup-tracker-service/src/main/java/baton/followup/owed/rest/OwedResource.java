package baton.followup.owed.rest;

import baton.followup.live.Live;
import baton.followup.live.Live.Asked;
import baton.followup.owed.Owed;
import baton.followup.owed.OwedNow;
import baton.http.keys.Roles;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is owed now, once or live. */
@Path("/v1/owed")
@RolesAllowed({Roles.MANAGER, Roles.MARKETING, Roles.OPS, Roles.ADMIN})
@Tag(name = "Owed")
public class OwedResource {

  private static final List<String> FLEETING = List.of("at");

  private final OwedNow owed;
  private final Live live;

  OwedResource(OwedNow owed, Live live) {
    this.owed = owed;
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
