package baton.followup.commitment;

import baton.events.activity.Activity;
import baton.followup.commitment.domain.Engagement;
import baton.followup.commitment.domain.RepActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everything that is known of a lead. Read and written under the lead's lock. */
final class LeadFile {

  final UUID leadId;
  final Map<UUID, Cycle> cycles = new LinkedHashMap<>();
  final Map<UUID, Assignment> assignments = new LinkedHashMap<>();
  final List<RepActivity> activities = new ArrayList<>();

  /** Those of the activities that are not stored yet. */
  final List<RepActivity> newActivities = new ArrayList<>();

  /** When the lead was erased, or null. */
  Instant erasedAt;

  LeadFile(UUID leadId) {
    this.leadId = leadId;
  }

  /** Whether anything but activities is known. */
  boolean isKnown() {
    return !cycles.isEmpty();
  }

  Engagement engagement(Assignment assignment) {
    return assignment.engagement(activities, erasedAt);
  }

  Optional<Assignment> lastAssignmentOf(Cycle cycle) {
    return assignments.values().stream()
        .filter(assignment -> assignment.cycleId.equals(cycle.id))
        .max(
            Comparator.comparing((Assignment a) -> a.assignedAt)
                .thenComparing(assignment -> assignment.id));
  }

  /** A rep did something that was not known. */
  void did(RepActivity activity) {
    activities.add(activity);
    newActivities.add(activity);
  }

  /** Whether this activity was taken before: source and id name it. */
  boolean knows(Activity activity) {
    return activities.stream()
        .anyMatch(
            known ->
                known.source().equals(activity.source())
                    && known.id().equals(activity.activityId()));
  }
}
