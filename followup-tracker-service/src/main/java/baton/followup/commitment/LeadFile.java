package baton.followup.commitment;

import baton.followup.commitment.domain.RepActivity;
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

  LeadFile(UUID leadId) {
    this.leadId = leadId;
  }

  /** Whether anything but activities is known. */
  boolean isKnown() {
    return !cycles.isEmpty();
  }

  Optional<Assignment> lastAssignmentOf(Cycle cycle) {
    return assignments.values().stream()
        .filter(assignment -> assignment.cycleId.equals(cycle.id))
        .max(
            Comparator.comparing((Assignment a) -> a.assignedAt)
                .thenComparing(assignment -> assignment.id));
  }

  /** Notes an activity; false if it was known already. */
  boolean note(RepActivity activity) {
    boolean known =
        activities.stream()
            .anyMatch(a -> a.source().equals(activity.source()) && a.id().equals(activity.id()));
    if (!known) {
      activities.add(activity);
    }
    return !known;
  }
}
