package baton.followup.commitment;

import baton.events.Event;
import baton.events.activity.ActivityType;
import baton.events.activity.RejectionReason;
import baton.events.followup.Accepted;
import baton.events.followup.Converted;
import baton.events.followup.Disqualified;
import baton.events.followup.FeedbackKind;
import baton.events.followup.FeedbackRaised;
import baton.events.followup.FirstTouch;
import baton.events.followup.Lost;
import baton.events.followup.Recycled;
import baton.events.followup.Rejected;
import baton.events.followup.RepInformed;
import baton.events.followup.Won;
import baton.followup.commitment.domain.Assignment;
import baton.followup.commitment.domain.Cycle;
import baton.followup.commitment.domain.Engagement;
import baton.followup.commitment.domain.RepActivity;
import baton.followup.commitment.domain.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is to be said of an owner's engagement that was not said before. */
final class OwnerNews {

  private final UUID lead;
  private final Cycle cycle;
  private final Assignment assignment;
  private final List<Event> news = new ArrayList<>();

  /**
   * @param assignment as it was before
   */
  OwnerNews(UUID lead, Cycle cycle, Assignment assignment) {
    this.lead = lead;
    this.cycle = cycle;
    this.assignment = assignment;
  }

  List<Event> of(Engagement engagement) {
    Said said = assignment.said();
    UUID rep = assignment.repId();
    RepActivity informed = engagement.informed();
    if (informed != null && said.informedAt() == null) {
      news.add(
          new RepInformed(
              lead,
              cycle.id(),
              assignment.id(),
              rep,
              informed.source(),
              informed.id(),
              informed.at()));
    }
    RepActivity accepted = engagement.accepted();
    if (accepted != null && said.acceptedAt() == null) {
      news.add(new Accepted(lead, cycle.id(), assignment.id(), rep, accepted.at()));
    }
    if (engagement.firstTouch() != null && said.firstTouchAt() == null) {
      touched(engagement.firstTouch());
    }
    if (engagement.closing() != null && said.closedAt() == null) {
      ended(engagement.closing());
    }
    if (engagement.deal() != null && said.dealAt() == null) {
      ended(engagement.deal());
    }
    return news;
  }

  private void touched(RepActivity touch) {
    news.add(
        new FirstTouch(
            lead,
            cycle.id(),
            assignment.id(),
            assignment.repId(),
            ActivityType.valueOf(touch.type()),
            touch.source(),
            touch.id(),
            touch.at()));
  }

  private void ended(RepActivity outcome) {
    UUID rep = assignment.repId();
    UUID id = assignment.id();
    String code = outcome.code();
    Instant at = outcome.at();
    switch (outcome.disposition()) {
      case REJECTED -> {
        news.add(
            new Rejected(
                lead,
                cycle.id(),
                id,
                rep,
                cycle.origin().source(),
                cycle.origin().campaign(),
                RejectionReason.valueOf(outcome.reason()),
                code,
                at));
        feedback(FeedbackKind.REJECTED, code == null ? outcome.reason() : code, at);
      }
      case DISQUALIFIED -> {
        news.add(new Disqualified(lead, cycle.id(), id, rep, code, at));
        feedback(FeedbackKind.DISQUALIFIED, code, at);
      }
      case RECYCLED -> news.add(new Recycled(lead, cycle.id(), id, rep, code, at));
      case WON -> news.add(new Won(lead, cycle.id(), id, rep, at));
      case LOST -> {
        news.add(new Lost(lead, cycle.id(), id, rep, code, at));
        feedback(FeedbackKind.LOST, code, at);
      }
      default -> news.add(new Converted(lead, cycle.id(), id, rep, at));
    }
  }

  private void feedback(FeedbackKind kind, String code, Instant at) {
    news.add(feedback(lead, cycle, kind, code, at));
  }

  /** A reason goes back to the campaign of a cycle. */
  static FeedbackRaised feedback(
      UUID lead, Cycle cycle, FeedbackKind kind, String code, Instant at) {
    return new FeedbackRaised(
        lead, cycle.id(), cycle.origin().source(), cycle.origin().campaign(), kind, code, at);
  }
}
