package baton.followup.commitment;

import baton.events.Event;
import baton.events.followup.BreachWithdrawn;
import baton.events.followup.Breached;
import baton.events.followup.Commitment;
import baton.events.followup.FeedbackKind;
import baton.events.followup.NoEngagement;
import baton.events.followup.SilenceCause;
import baton.followup.commitment.domain.Assignment;
import baton.followup.commitment.domain.Cycle;
import baton.followup.commitment.domain.Deadline;
import baton.followup.commitment.domain.Engagement;
import baton.followup.commitment.domain.LeadFile;
import baton.followup.commitment.domain.Silence;
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
      assessment.assess(cycle);
    }
    return assessment.news;
  }

  private void assess(Cycle cycle, Assignment before) {
    Engagement engagement = file.engagement(before);
    Assignment after = before.judged(engagement, file.closedAt(cycle));
    file.put(after);
    news.addAll(new OwnerNews(file.leadId(), cycle, before).of(engagement));
    for (Deadline deadline : after.deadlines().values()) {
      Deadline was = before.deadlines().get(deadline.kind());
      if (isNewBreach(was, deadline)) {
        breached(cycle, after, deadline);
      } else if (isWithdrawn(was, deadline)) {
        withdrawn(cycle, after, deadline);
      }
    }
  }

  /** The clock of the lead, whoever has it, and where the cycle stands. */
  private void assess(Cycle cycle) {
    List<Deadline> clock = file.checkpointsOf(cycle);
    for (int i = 0; i < clock.size(); i++) {
      Deadline was = cycle.checkpoints().get(i);
      if (isNewBreach(was, clock.get(i))) {
        Silence silence = file.silence(cycle, clock.get(i).dueAt());
        silent(cycle, silence.owner(), clock.get(i), silence.cause());
      } else if (isWithdrawn(was, clock.get(i))) {
        withdrawn(cycle, null, clock.get(i));
      }
    }
    file.put(cycle.with(clock).in(file.stateOf(cycle)));
  }

  private static boolean isNewBreach(Deadline before, Deadline after) {
    return before.state() != Deadline.State.BREACHED && after.state() == Deadline.State.BREACHED;
  }

  private static boolean isWithdrawn(Deadline before, Deadline after) {
    return before.state() == Deadline.State.BREACHED && after.state() != Deadline.State.BREACHED;
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
            deadline.policyVersion(),
            due));
    silent(cycle, assignment, deadline, file.causeOf(assignment, due));
    if (deadline.kind() == Deadline.Kind.FIRST_TOUCH) {
      news.add(OwnerNews.feedback(file.leadId(), cycle, FeedbackKind.NOT_FOLLOWED_UP, null, due));
    }
  }

  private void silent(Cycle cycle, Assignment owner, Deadline deadline, Silence.Cause cause) {
    news.add(
        new NoEngagement(
            file.leadId(),
            cycle.id(),
            owner == null ? null : owner.id(),
            owner == null ? null : owner.repId(),
            cycle.origin().source(),
            cycle.origin().campaign(),
            owed(deadline),
            SilenceCause.valueOf(cause.name()),
            deadline.dueAt(),
            deadline.policyVersion(),
            deadline.dueAt()));
  }

  private void withdrawn(Cycle cycle, Assignment assignment, Deadline deadline) {
    UUID rep = assignment == null ? null : assignment.repId();
    Instant settled = deadline.settledAt();
    news.add(
        new BreachWithdrawn(
            file.leadId(),
            cycle.id(),
            assignment == null ? null : assignment.id(),
            rep,
            owed(deadline),
            deadline.dueAt(),
            deadline.policyVersion(),
            settled == null ? deadline.dueAt() : settled,
            now));
  }

  static Commitment owed(Deadline deadline) {
    return Commitment.valueOf(deadline.kind().name());
  }
}
