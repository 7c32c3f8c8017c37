package baton.followup.metrics;

import baton.followup.commitment.domain.Assignment;
import baton.followup.commitment.domain.Cycle;
import baton.followup.commitment.domain.Deadline;
import baton.followup.commitment.domain.Engagement;
import baton.followup.commitment.domain.LeadFile;
import baton.followup.commitment.domain.RepActivity;
import baton.followup.commitment.domain.RepActivity.Disposition;
import baton.followup.commitment.domain.Said;
import baton.followup.metrics.domain.CycleStory;
import baton.followup.metrics.domain.CycleStory.Deal;
import baton.followup.metrics.domain.CycleStory.End;
import baton.followup.metrics.domain.CycleStory.Owed;
import baton.followup.metrics.domain.CycleStory.Owner;
import baton.followup.metrics.domain.CycleStory.Rejection;
import baton.followup.metrics.domain.CycleStory.Touch;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads from the file of a lead what is measured of its cycles: what owners did as far as is known
 * now, and what was published of how they ended it, which is not taken back.
 */
final class Stories {

  private final LeadFile file;
  private final Hours hours;

  Stories(LeadFile file, Hours hours) {
    this.file = file;
    this.hours = hours;
  }

  /** The story of a cycle as it is known now. */
  CycleStory of(Cycle cycle) throws SQLException {
    List<Assignment> owned =
        file.assignmentsOf(cycle)
            .sorted(Comparator.comparing(Assignment::assignedAt).thenComparing(Assignment::id))
            .toList();
    Cycle.Origin origin = cycle.origin();
    Instant arrived = origin.arrivedAt();
    List<Owner> owners = new ArrayList<>();
    for (Assignment assignment : owned) {
      owners.add(owner(assignment, arrived));
    }
    Cycle.Qualified qualified = cycle.qualified();
    return new CycleStory(
        origin.source(),
        origin.campaign(),
        arrived,
        qualified == null ? null : qualified.at(),
        qualified == null ? null : qualified.grade(),
        owners,
        silentSince(cycle, owned));
  }

  private static Instant silentSince(Cycle cycle, List<Assignment> owned) {
    return Stream.concat(
            cycle.checkpoints().stream(),
            owned.stream().map(one -> one.deadlines().get(Deadline.Kind.FIRST_TOUCH)))
        .filter(deadline -> deadline != null && deadline.state() == Deadline.State.BREACHED)
        .map(Deadline::dueAt)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private Owner owner(Assignment assignment, Instant arrived) throws SQLException {
    Said said = assignment.said();
    Engagement engagement = file.engagement(assignment);
    boolean converted = said.closedBy() == Disposition.CONVERTED;
    return new Owner(
        assignment.repId(),
        assignment.team(),
        assignment.assignedAt(),
        engagement.accepted() == null ? null : engagement.accepted().at(),
        rejection(assignment),
        touch(assignment, engagement.firstTouch(), arrived),
        converted ? said.closedAt() : null,
        deal(said),
        breached(assignment));
  }

  private Rejection rejection(Assignment assignment) {
    Said said = assignment.said();
    if (said.closedBy() != Disposition.REJECTED) {
      return null;
    }
    return file.activities().stream()
        .filter(activity -> activity.disposition() == Disposition.REJECTED)
        .filter(activity -> activity.at().equals(said.closedAt()))
        .findFirst()
        .map(activity -> new Rejection(code(activity), activity.at()))
        .orElse(null);
  }

  private static String code(RepActivity activity) {
    return activity.code() == null ? activity.reason() : activity.reason() + "/" + activity.code();
  }

  private Touch touch(Assignment assignment, RepActivity touch, Instant arrived)
      throws SQLException {
    return touch == null
        ? null
        : new Touch(
            touch.at(),
            hours.worked(assignment, arrived, touch.at()),
            hours.worked(assignment, assignment.assignedAt(), touch.at()));
  }

  private static Deal deal(Said said) {
    if (said.dealBy() != null) {
      return new Deal(End.valueOf(said.dealBy().name()), said.dealAt());
    }
    boolean closedByDeal = said.closedBy() != null && said.closedBy().endsDeal();
    return closedByDeal ? new Deal(End.valueOf(said.closedBy().name()), said.closedAt()) : null;
  }

  private static Map<Owed, Instant> breached(Assignment assignment) {
    Map<Owed, Instant> breached = new EnumMap<>(Owed.class);
    for (Deadline deadline : assignment.deadlines().values()) {
      if (deadline.state() == Deadline.State.BREACHED) {
        breached.put(Owed.valueOf(deadline.kind().name()), deadline.dueAt());
      }
    }
    return breached;
  }
}
