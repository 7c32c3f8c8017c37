package baton.followup.worklist.rest;

import baton.followup.acting.ActingRep;
import baton.followup.live.Live;
import baton.followup.live.Live.Asked;
import baton.followup.worklist.Worklist;
import baton.followup.worklist.Worklists;
import baton.http.keys.Roles;
import baton.http.problem.ProblemType;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a rep has to work on. */
@Path("/v1/worklist")
@RolesAllowed({Roles.REP, Roles.MANAGER, Roles.ADMIN})
@Tag(name = "Worklist")
public class WorklistResource {

  private static final List<String> FLEETING = List.of("at", "workingTimeLeft");

  private final Worklists worklists;
  private final ActingRep acting;
  private final Live live;

  WorklistResource(Worklists worklists, ActingRep acting, Live live) {
    this.worklists = worklists;
    this.acting = acting;
    this.live = live;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
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
    return list(acting.meant(repId));
  }

  @GET
  @Path("/stream")
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "What a rep has to work on, live",
      description =
          "Server-sent events named worklist, with what GET /v1/worklist answers as data: at once, then"
              + " whenever something but the time changed, at most once a second, and every 30 seconds"
              + " anyway. A comment every 15 seconds without one.")
  public Multi<OutboundSseEvent> stream(
      @Context Sse sse,
      @QueryParam("repId") @Parameter(description = "Whose; a rep's own key can leave it out")
          UUID repId)
      throws SQLException {
    UUID rep = acting.meant(repId);
    list(rep); // 404 before anything is streamed
    return live.stream(sse, "worklist", new Asked(rep, () -> list(rep), FLEETING));
  }

  private Worklist list(UUID rep) throws SQLException {
    return worklists
        .of(rep)
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("there is no such rep here"));
  }
}
