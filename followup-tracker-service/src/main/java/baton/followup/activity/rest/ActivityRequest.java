package baton.followup.activity.rest;

import baton.events.activity.Activity;
import baton.events.activity.ActivityType;
import baton.events.activity.Direction;
import baton.events.activity.Disposition;
import baton.events.activity.RejectionReason;
import baton.http.problem.FieldError;
import baton.http.text.PlainText;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a rep did about a lead. Lead, source and activityId name it: posted twice, it counts once.
 * Free text has no place here.
 *
 * @param repId the rep, or null if externalRepId names it; a rep's own key needs neither
 * @param externalRepId id of the rep in the source, as on the roster
 * @param disposition required with the type DISPOSITION
 * @param reason required with the disposition REJECTED
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(name = "Activity")
public record ActivityRequest(
    @NotBlank @Size(max = 100) @PlainText @Schema(examples = "hubspot") String source,
    @NotBlank @Size(max = 200) @PlainText @Schema(examples = "call-4711") String activityId,
    @NotNull UUID leadId,
    UUID repId,
    @Size(min = 1, max = 200) @PlainText String externalRepId,
    @NotNull ActivityType type,
    Direction direction,
    Disposition disposition,
    RejectionReason reason,
    @Pattern(regexp = "[A-Za-z0-9_.-]{1,100}") String reasonCode,
    @NotNull Instant occurredAt) {

  /** The same, done by this rep. */
  ActivityRequest by(UUID rep) {
    return new ActivityRequest(
        source,
        activityId,
        leadId,
        rep,
        null,
        type,
        direction,
        disposition,
        reason,
        reasonCode,
        occurredAt);
  }

  /** What is missing because of what else it says. */
  List<FieldError> missing() {
    List<FieldError> missing = new ArrayList<>();
    if (repId == null && externalRepId == null) {
      missing.add(FieldError.at("/repId", "is required, or externalRepId is"));
    }
    if (type == ActivityType.DISPOSITION && disposition == null) {
      missing.add(FieldError.at("/disposition", "is required with the type DISPOSITION"));
    }
    if (disposition == Disposition.REJECTED && reason == null) {
      missing.add(FieldError.at("/reason", "is required with the disposition REJECTED"));
    }
    return missing;
  }

  Activity toEvent() {
    return new Activity(
        source,
        activityId,
        leadId,
        repId,
        externalRepId,
        type,
        direction,
        disposition,
        reason,
        reasonCode,
        occurredAt);
  }
}
