package baton.followup.commitment.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everything that is known of a lead. Read and written under the lead's lock. */
public final class LeadFile {

  private final UUID leadId;
  private final Map<UUID, Cycle> cycles = new LinkedHashMap<>();
  private final Map<UUID, Assignment> assignments = new LinkedHashMap<>();
  private final List<RepActivity> activities = new ArrayList<>();
  private final List<RepActivity> newActivities = new ArrayList<>();
  private Instant erasedAt;

  /** An empty one. */
  public LeadFile(UUID leadId) {
    this.leadId = leadId;
  }

  public UUID leadId() {
    return leadId;
  }

  /** Whether anything but activities is known. */
  public boolean isKnown() {
    return !cycles.isEmpty();
  }

  /** The cycles as they are now; the file can be changed while one goes through them. */
  public List<Cycle> cycles() {
    return List.copyOf(cycles.values());
  }

  /** This cycle, or null if it is not known. */
  public Cycle cycle(UUID id) {
    return cycles.get(id);
  }

  /** Files a cycle as it is now. */
  public void put(Cycle cycle) {
    cycles.put(cycle.id(), cycle);
  }

  /** The assignments as they are now; the file can be changed while one goes through them. */
  public List<Assignment> assignments() {
    return List.copyOf(assignments.values());
  }

  /** This assignment, or null if it is not known. */
  public Assignment assignment(UUID id) {
    return assignments.get(id);
  }

  /** Files an assignment as it is now. */
  public void put(Assignment assignment) {
    assignments.put(assignment.id(), assignment);
  }

  /** Files an activity that is stored already. */
  public void stored(RepActivity activity) {
    activities.add(activity);
  }

  /** A rep did something that was not known. */
  public void did(RepActivity activity) {
    activities.add(activity);
    newActivities.add(activity);
  }

  /** Those of the activities that are not stored yet. */
  public Collection<RepActivity> newActivities() {
    return Collections.unmodifiableList(newActivities);
  }

  /** Whether this activity was taken before: source and id name it. */
  public boolean knowsActivity(String source, String id) {
    return activities.stream()
        .anyMatch(known -> known.source().equals(source) && known.id().equals(id));
  }

  /** The lead was erased; the first time counts. */
  public void erased(Instant at) {
    erasedAt = erasedAt == null ? at : erasedAt;
  }

  /** When the lead was erased, or null. */
  public Instant erasedAt() {
    return erasedAt;
  }

  /** What the owner of this assignment did. */
  public Engagement engagement(Assignment assignment) {
    return assignment.engagement(activities, erasedAt);
  }

  /** The state of this cycle that follows from everything that is known. */
  public CycleState stateOf(Cycle cycle) {
    Engagement last =
        assignments.values().stream()
            .filter(assignment -> assignment.cycleId().equals(cycle.id()))
            .max(Comparator.comparing(Assignment::assignedAt).thenComparing(Assignment::id))
            .map(this::engagement)
            .orElse(null);
    CycleState state = CycleState.of(cycle.decision(), cycle.routing(), last);
    return erasedAt == null ? state : state.erased();
  }
}
