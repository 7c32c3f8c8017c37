package baton.followup.activity.rest;

import baton.eventlog.inbox.Inbox;
import baton.eventlog.inbox.Received;
import baton.events.EventJson;
import baton.events.EventType;
import baton.events.activity.Activity;
import baton.followup.acting.ActingRep;
import baton.followup.activity.ExternalNames;
import baton.followup.commitment.ActivityRules;
import baton.followup.policy.FollowUpPolicies;
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
import java.util.List;
import java.util.Optional;
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
  private final FollowUpPolicies policies;
  private final ActingRep acting;
  private final ExternalNames names;

  ActivityResource(
      Inbox inbox,
      Correlation correlation,
      Clock clock,
      FollowUpPolicies policies,
      ActingRep acting,
      ExternalNames names) {
    this.inbox = inbox;
    this.correlation = correlation;
    this.clock = clock;
    this.policies = policies;
    this.acting = acting;
    this.names = names;
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
              + " known yet: then it counts as soon as they are. Its lead, source and activityId name"
              + " it, so that no Idempotency-Key is needed: what comes again, also with other content,"
              + " counts as it came first; a meeting about two leads counts for each. One that lies"
              + " in the future or before its lead existed is kept, flagged, and not counted. 422 if its reason code is not configured; the answer"
              + " lists those that are. A key whose subject is a rep records what that rep did, and"
              + " need not name the rep; 403 if it names another.")
  public Response record(@Valid @NotNull ActivityRequest given) throws SQLException {
    ActivityRequest request = byCaller(given);
    List<FieldError> missing = request.missing();
    if (!missing.isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because("the activity is not complete", missing);
    }
    Activity activity = request.toEvent();
    refuseUnknown(activity);
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

  /** With a rep's own key it was that rep. */
  private ActivityRequest byCaller(ActivityRequest given) throws SQLException {
    Optional<UUID> own = acting.own();
    if (own.isEmpty()) {
      return given;
    }
    UUID rep = acting.meant(given.repId());
    if (given.externalRepId() != null && !names.means(given.source(), given.externalRepId(), rep)) {
      throw ProblemType.FORBIDDEN.because("this key is another rep's own");
    }
    return given.by(rep);
  }

  private void refuseUnknown(Activity activity) throws SQLException {
    if (!ActivityRules.isTime(activity.occurredAt())) {
      throw ProblemType.UNPROCESSABLE.because(
          "an activity cannot have happened at that time",
          List.of(FieldError.at("/occurredAt", "must be between the years 1 and 9999")));
    }
    if (activity.reasonCode() != null) {
      ActivityRules.unknownCode(activity, policies.history())
          .ifPresent(
              valid -> {
                throw ProblemType.UNPROCESSABLE.because(
                    "the reason code is not configured",
                    List.of(FieldError.at("/reasonCode", valid)));
              });
    }
  }
}
