package baton.followup.commitment.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Everything that is known of a lead. Read and written under the lead's lock. */
public final class LeadFile {

  private static final Comparator<Assignment> BY_TIME =
      Comparator.comparing(Assignment::assignedAt).thenComparing(Assignment::id);

  private final UUID leadId;
  private final Map<UUID, Cycle> cycles = new LinkedHashMap<>();
  private final Map<UUID, Assignment> assignments = new LinkedHashMap<>();
  private final List<RepActivity> activities = new ArrayList<>();
  private final List<RepActivity> newActivities = new ArrayList<>();
  private Stored stored = new Stored(Map.of(), Map.of());
  private Instant erasedAt;
  private final NavigableSet<Instant> mergedAt = new TreeSet<>();

  /** What was known when the file was read. */
  private record Stored(Map<UUID, Cycle> cycles, Map<UUID, Assignment> assignments) {}

  /** An empty one. */
  public LeadFile(UUID leadId) {
    this.leadId = leadId;
  }

  public UUID leadId() {
    return leadId;
  }

  /** All that was put into it so far is stored already. */
  public void stored() {
    stored = new Stored(Map.copyOf(cycles), Map.copyOf(assignments));
  }

  /** This cycle as it is stored, or null if it is not. */
  public Cycle storedCycle(UUID id) {
    return stored.cycles().get(id);
  }

  /** This assignment as it is stored, or null if it is not. */
  public Assignment storedAssignment(UUID id) {
    return stored.assignments().get(id);
  }

  /**
   * Since when the lead exists: its first cycle, which its arrival opened; null if that is not
   * known, although what somebody did about it may be.
   */
  public Instant since() {
    return cycles.values().stream()
        .map(Cycle::origin)
        .filter(Cycle.Origin::first)
        .map(Cycle.Origin::openedAt)
        .findFirst()
        .orElse(null);
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

  /** What reps did, counted or not. */
  public List<RepActivity> activities() {
    return List.copyOf(activities);
  }

  /** Those of the activities that are not stored yet. */
  public Collection<RepActivity> newActivities() {
    return Collections.unmodifiableList(newActivities);
  }

  /** Says of each activity again who did it. */
  public void resolve(UnaryOperator<RepActivity> who) {
    activities.replaceAll(who);
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

  /** The lead turned out to be another one; it may come back, and do so again. */
  public void merged(Instant at) {
    mergedAt.add(at);
  }

  /** Each time at which the lead turned out to be another one. */
  public Set<Instant> mergedAt() {
    return Collections.unmodifiableSet(mergedAt);
  }

  /** When the lead was erased, or null. */
  public Instant erasedAt() {
    return erasedAt;
  }

  /**
   * What the owner of this assignment did. The end of an opportunity belongs to the assignment in
   * which it was found, whoever reports it, also long after routing released that: until somebody
   * gets another cycle of the lead.
   */
  public Engagement engagement(Assignment assignment) {
    Engagement own = assignment.engagement(activities, lostAt(cycle(assignment.cycleId())));
    if (!own.converted()) {
      return own;
    }
    Instant from = own.closing().at();
    Instant until =
        assignments.values().stream()
            .filter(other -> !other.cycleId().equals(assignment.cycleId()))
            .map(Assignment::assignedAt)
            .filter(at -> at.isAfter(from))
            .min(Comparator.naturalOrder())
            .orElse(Instant.MAX);
    List<RepActivity> ends =
        activities.stream()
            .filter(activity -> activity.counts() && activity.endsDeal())
            .filter(activity -> !activity.at().isBefore(from) && activity.at().isBefore(until))
            .sorted(RepActivity.ORDER)
            .toList();
    return own.with(assignment.said().deal(ends));
  }

  /** The state of this cycle that follows from everything that is known. */
  public CycleState stateOf(Cycle cycle) {
    CycleState state = stateApartFromErasure(cycle);
    if (lostAt(cycle) == null) {
      return state;
    }
    return state.closed(lostAt(cycle).equals(erasedAt) ? CycleState.ERASED : CycleState.MERGED);
  }

  private CycleState stateApartFromErasure(Cycle cycle) {
    return overtaken(cycle)
        .map(ended -> CycleState.of(cycle.decision(), CycleState.Routing.RELEASED, ended))
        .orElseGet(() -> CycleState.of(cycle.decision(), cycle.routing(), lastEngagement(cycle)));
  }

  /**
   * How an owner ended the cycle from whom routing took it, not knowing that: the outcome was
   * published, so that it stands, and routing will take the lead from whoever has it now. Empty if
   * that is not what happened.
   */
  private Optional<Engagement> overtaken(Cycle cycle) {
    return assignmentsOf(cycle)
        .sorted(BY_TIME)
        .filter(one -> Release.gaveAway(one.release()))
        .map(this::engagement)
        .filter(engagement -> engagement.ended() != null)
        .findFirst();
  }

  /**
   * When this cycle came to an end, whoever has it: because the lead was erased or is another one,
   * or by the outcome of an owner from whom routing took it, not knowing that; null if it did not.
   */
  public Instant closedAt(Cycle cycle) {
    return earlier(overtaken(cycle).map(ended -> ended.ended().at()).orElse(null), lostAt(cycle));
  }

  /**
   * When the lead was no more for Sales, as far as this cycle is concerned: of one that turned out
   * to be another lead and is itself again, what arrived since then is not concerned. Null if it
   * is.
   */
  private Instant lostAt(Cycle cycle) {
    return earlier(erasedAt, mergedAt.ceiling(cycle.origin().arrivedAt()));
  }

  private Engagement lastEngagement(Cycle cycle) {
    return assignmentsOf(cycle).max(BY_TIME).map(this::engagement).orElse(null);
  }

  /** The assignments of a cycle, in no order. */
  public Stream<Assignment> assignmentsOf(Cycle cycle) {
    return assignments.values().stream().filter(one -> one.cycleId().equals(cycle.id()));
  }

  /**
   * The clock of a lead as it stands: a touch by anybody meets what is left of it, and an outcome
   * or the erasure ends it.
   */
  public List<Deadline> checkpointsOf(Cycle cycle) {
    if (cycle.checkpoints().isEmpty()) {
      return List.of();
    }
    Instant met = touchedSince(cycle.qualified().at());
    Engagement last = lastEngagement(cycle);
    boolean worked = CycleState.of(cycle.decision(), cycle.routing(), last).isWorked();
    Instant ended = earlier(worked ? last.ended().at() : null, closedAt(cycle));
    return cycle.checkpoints().stream().map(deadline -> deadline.judged(met, ended)).toList();
  }

  private Instant touchedSince(Instant from) {
    return activities.stream()
        .filter(activity -> activity.counts() && activity.isTouch())
        .map(RepActivity::at)
        .filter(at -> !at.isBefore(from))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Instant earlier(Instant one, Instant other) {
    return Stream.of(one, other)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Why nobody had touched this cycle by a time at which somebody should have. */
  public Silence silence(Cycle cycle, Instant time) {
    Assignment owner =
        assignmentsOf(cycle).filter(one -> one.holdsAt(time)).findFirst().orElse(null);
    if (owner != null) {
      return new Silence(causeOf(owner, time), owner);
    }
    Instant held =
        cycle.heldAt().stream().filter(at -> !at.isAfter(time)).reduce((a, b) -> b).orElse(null);
    boolean assignedSince =
        held != null
            && assignmentsOf(cycle)
                .map(Assignment::assignedAt)
                .anyMatch(at -> at.isAfter(held) && !at.isAfter(time));
    return new Silence(
        held == null || assignedSince ? Silence.Cause.UNROUTABLE : Silence.Cause.HELD, null);
  }

  /** Why the owner of this assignment had not touched the lead by a time. */
  public Silence.Cause causeOf(Assignment owner, Instant time) {
    RepActivity accepted = engagement(owner).accepted();
    return accepted != null && !accepted.at().isAfter(time)
        ? Silence.Cause.NOT_TOUCHED
        : Silence.Cause.NOT_ACCEPTED;
  }
}
