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
import baton.followup.commitment.domain.Assignment;
import baton.followup.commitment.domain.Cycle;
import baton.followup.commitment.domain.Deadline;
import baton.followup.commitment.domain.Engagement;
import baton.followup.commitment.domain.LeadFile;
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
    for (Assignment assignment : file.assignments()) {
      assessment.assess(file.cycle(assignment.cycleId()), assignment);
    }
    for (Cycle cycle : file.cycles()) {
      file.put(cycle.in(file.stateOf(cycle)));
    }
    return assessment.news;
  }

  private void assess(Cycle cycle, Assignment before) {
    Engagement engagement = file.engagement(before);
    Assignment after = before.judged(engagement, file.erasedAt());
    file.put(after);
    UUID lead = file.leadId();
    if (engagement.accepted() != null && before.said().acceptedAt() == null) {
      news.add(
          new Accepted(lead, cycle.id(), after.id(), after.repId(), engagement.accepted().at()));
    }
    if (engagement.firstTouch() != null && before.said().firstTouchAt() == null) {
      RepActivity touch = engagement.firstTouch();
      news.add(
          new FirstTouch(
              lead,
              cycle.id(),
              after.id(),
              after.repId(),
              ActivityType.valueOf(touch.type()),
              touch.source(),
              touch.id(),
              touch.at()));
    }
    if (engagement.closing() != null && before.said().closedAt() == null) {
      close(cycle, after, engagement.closing());
    }
    for (Deadline deadline : after.deadlines().values()) {
      report(cycle, after, before.deadlines().get(deadline.kind()), deadline);
    }
  }

  private void close(Cycle cycle, Assignment assignment, RepActivity closing) {
    UUID lead = file.leadId();
    UUID rep = assignment.repId();
    String code = closing.code();
    Instant at = closing.at();
    switch (closing.disposition()) {
      case REJECTED -> {
        news.add(
            new Rejected(
                lead,
                cycle.id(),
                assignment.id(),
                rep,
                cycle.source(),
                cycle.campaign(),
                RejectionReason.valueOf(closing.reason()),
                code,
                at));
        feedback(cycle, FeedbackKind.REJECTED, code == null ? closing.reason() : code, at);
      }
      case DISQUALIFIED -> {
        news.add(new Disqualified(lead, cycle.id(), assignment.id(), rep, code, at));
        feedback(cycle, FeedbackKind.DISQUALIFIED, code, at);
      }
      case RECYCLED -> news.add(new Recycled(lead, cycle.id(), assignment.id(), rep, code, at));
      default -> news.add(new Converted(lead, cycle.id(), assignment.id(), rep, at));
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
              file.leadId(),
              cycle.id(),
              assignment.id(),
              assignment.repId(),
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
            file.leadId(),
            cycle.id(),
            assignment.id(),
            assignment.repId(),
            owed(deadline),
            due,
            due));
    Instant acceptedAt = assignment.said().acceptedAt();
    boolean accepted = acceptedAt != null && !acceptedAt.isAfter(due);
    news.add(
        new NoEngagement(
            file.leadId(),
            cycle.id(),
            assignment.id(),
            assignment.repId(),
            cycle.source(),
            cycle.campaign(),
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
        new FeedbackRaised(
            file.leadId(), cycle.id(), cycle.source(), cycle.campaign(), kind, code, at));
  }

  static Commitment owed(Deadline deadline) {
    return Commitment.valueOf(deadline.kind().name());
  }
}
