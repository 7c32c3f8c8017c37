package baton.followup.activity.rest;

import baton.eventlog.inbox.Inbox;
import baton.eventlog.inbox.Received;
import baton.events.EventJson;
import baton.events.EventType;
import baton.events.activity.Activity;
import baton.followup.commitment.CommitmentConfig;
import baton.http.correlation.Correlation;
import baton.http.keys.Roles;
import baton.http.problem.FieldError;
import baton.http.problem.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes what reps did, one activity a request. */
@Path("/v1/activities")
@Tag(name = "Activities")
public class ActivityResource {

  private final Inbox inbox;
  private final Correlation correlation;
  private final Clock clock;
  private final CommitmentConfig config;

  ActivityResource(Inbox inbox, Correlation correlation, Clock clock, CommitmentConfig config) {
    this.inbox = inbox;
    this.correlation = correlation;
    this.clock = clock;
    this.config = config;
  }

  /**
   * What became of the activity.
   *
   * @param status RECORDED; or WAITING, for its lead or its rep is not known here yet
   */
  public record ActivityView(String source, String activityId, String status) {}

  @POST
  @RolesAllowed({Roles.INTEGRATION, Roles.REP})
  @Operation(
      summary = "Record an activity",
      description =
          "201 once it is recorded, also if it was recorded before; 202 if its lead or its rep is not"
              + " known yet: then it counts as soon as they are. source and activityId name it, so"
              + " that no Idempotency-Key is needed: what comes again, also with other content, counts"
              + " as it came first. 422 if it cannot have happened at that time.")
  public Response record(@Valid @NotNull ActivityRequest request) throws SQLException {
    Activity activity = request.toEvent();
    refuseImpossibleTime(activity.occurredAt());
    String name = activity.source() + "/" + activity.activityId();
    Received received =
        new Received(
            EventType.ACTIVITY.topic().topicName(),
            activity.leadId(),
            null,
            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
            EventType.ACTIVITY.ceType(),
            EventJson.write(activity),
            activity.at(),
            clock.instant(),
            correlation.id(),
            null,
            correlation.traceparent());
    boolean applied = inbox.take(received) == Inbox.Taken.APPLIED;
    return Response.status(applied ? 201 : 202)
        .entity(
            new ActivityView(
                activity.source(), activity.activityId(), applied ? "RECORDED" : "WAITING"))
        .build();
  }

  private void refuseImpossibleTime(Instant occurredAt) {
    if (!config.canHaveHappened(occurredAt, clock.instant())) {
      throw ProblemType.UNPROCESSABLE.because(
          "an activity cannot have happened at that time",
          List.of(
              FieldError.at(
                  "/occurredAt",
                  "must not be before 1970, nor more than "
                      + config.clockTolerance()
                      + " after now")));
    }
  }
}
