package baton.followup.commitment;

import baton.events.Event;
import baton.events.activity.ActivityType;
import baton.events.activity.RejectionReason;
import baton.events.followup.Accepted;
import baton.events.followup.BreachWithdrawn;
import baton.events.followup.Breached;
import baton.events.followup.Commitment;
import baton.events.followup.Converted;
import baton.events.followup.Disqualified;
import baton.events.followup.FeedbackKind;
import baton.events.followup.FeedbackRaised;
import baton.events.followup.FirstTouch;
import baton.events.followup.NoEngagement;
import baton.events.followup.Recycled;
import baton.events.followup.Rejected;
import baton.events.followup.SilenceCause;
import baton.followup.commitment.domain.CycleState;
import baton.followup.commitment.domain.Deadline;
import baton.followup.commitment.domain.Engagement;
import baton.followup.commitment.domain.RepActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Looks at everything that is known of a lead and says what follows from it that was not said
 * before. The state that it leaves depends on what is known only; what it says depends on what was
 * said, too.
 */
final class Assessment {

  private final LeadFile file;
  private final Instant now;
  private final List<Event> news = new ArrayList<>();

  private Assessment(LeadFile file, Instant now) {
    this.file = file;
    this.now = now;
  }

  /** Brings the file up to date and returns what is to be published about it. */
  static List<Event> of(LeadFile file, Instant now) {
    Assessment assessment = new Assessment(file, now);
    for (Assignment assignment : file.assignments.values()) {
      Cycle cycle = file.cycles.get(assignment.cycleId);
      assessment.assess(cycle, assignment, file.engagement(assignment));
    }
    for (Cycle cycle : file.cycles.values()) {
      Engagement last = file.lastAssignmentOf(cycle).map(file::engagement).orElse(null);
      CycleState state = CycleState.of(cycle.decision, cycle.routing, last);
      cycle.state = file.erasedAt == null ? state : state.erased();
    }
    return assessment.news;
  }

  private void assess(Cycle cycle, Assignment assignment, Engagement engagement) {
    UUID lead = file.leadId;
    RepActivity accepted = engagement.accepted();
    if (accepted != null && assignment.acceptedAt == null) {
      news.add(new Accepted(lead, cycle.id, assignment.id, assignment.repId, accepted.at()));
    }
    RepActivity touch = engagement.firstTouch();
    if (touch != null && assignment.firstTouchAt == null) {
      news.add(
          new FirstTouch(
              lead,
              cycle.id,
              assignment.id,
              assignment.repId,
              ActivityType.valueOf(touch.type()),
              touch.source(),
              touch.id(),
              touch.at()));
    }
    if (engagement.closing() != null && assignment.closedAt == null) {
      close(cycle, assignment, engagement.closing());
    }
    if (accepted != null) {
      assignment.acceptedAt = accepted.at();
    }
    if (touch != null) {
      assignment.firstTouchAt = touch.at();
    }
    if (engagement.closing() != null) {
      assignment.closedAt = engagement.closing().at();
      assignment.closedBy = engagement.closing().disposition().name();
    }
    for (Deadline.Kind kind : Deadline.Kind.values()) {
      Deadline before = assignment.deadlines.get(kind);
      Instant ended = assignment.endedAt(engagement, file.erasedAt);
      Deadline after = before.judged(engagement.metAt(kind), ended);
      assignment.deadlines.put(kind, after);
      report(cycle, assignment, before, after);
    }
  }

  private void close(Cycle cycle, Assignment assignment, RepActivity closing) {
    UUID lead = file.leadId;
    UUID rep = assignment.repId;
    String code = closing.code();
    Instant at = closing.at();
    switch (closing.disposition()) {
      case REJECTED -> {
        news.add(
            new Rejected(
                lead,
                cycle.id,
                assignment.id,
                rep,
                cycle.source,
                cycle.campaign,
                RejectionReason.valueOf(closing.reason()),
                code,
                at));
        feedback(cycle, FeedbackKind.REJECTED, code == null ? closing.reason() : code, at);
      }
      case DISQUALIFIED -> {
        news.add(new Disqualified(lead, cycle.id, assignment.id, rep, code, at));
        feedback(cycle, FeedbackKind.DISQUALIFIED, code, at);
      }
      case RECYCLED -> news.add(new Recycled(lead, cycle.id, assignment.id, rep, code, at));
      default -> news.add(new Converted(lead, cycle.id, assignment.id, rep, at));
    }
  }

  private void report(Cycle cycle, Assignment assignment, Deadline before, Deadline after) {
    if (before.state() != Deadline.State.BREACHED && after.state() == Deadline.State.BREACHED) {
      breached(cycle, assignment, after);
    }
    if (before.state() == Deadline.State.BREACHED && after.state() != Deadline.State.BREACHED) {
      Instant met = after.metAt() == null ? after.dueAt() : after.metAt();
      news.add(
          new BreachWithdrawn(
              file.leadId,
              cycle.id,
              assignment.id,
              assignment.repId,
              owed(after),
              after.dueAt(),
              met,
              now));
    }
  }

  /** Publishes that a deadline passed unmet, and that nobody engaged until then. */
  private void breached(Cycle cycle, Assignment assignment, Deadline deadline) {
    Instant due = deadline.dueAt();
    news.add(
        new Breached(
            file.leadId, cycle.id, assignment.id, assignment.repId, owed(deadline), due, due));
    boolean accepted = assignment.acceptedAt != null && !assignment.acceptedAt.isAfter(due);
    news.add(
        new NoEngagement(
            file.leadId,
            cycle.id,
            assignment.id,
            assignment.repId,
            cycle.source,
            cycle.campaign,
            owed(deadline),
            accepted ? SilenceCause.NOT_TOUCHED : SilenceCause.NOT_ACCEPTED,
            due,
            due));
    if (deadline.kind() == Deadline.Kind.FIRST_TOUCH) {
      feedback(cycle, FeedbackKind.NOT_FOLLOWED_UP, null, due);
    }
  }

  private void feedback(Cycle cycle, FeedbackKind kind, String code, Instant at) {
    news.add(
        new FeedbackRaised(file.leadId, cycle.id, cycle.source, cycle.campaign, kind, code, at));
  }

  static Commitment owed(Deadline deadline) {
    return Commitment.valueOf(deadline.kind().name());
  }
}
