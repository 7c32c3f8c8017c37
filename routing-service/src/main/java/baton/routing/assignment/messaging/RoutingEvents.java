package baton.routing.assignment.messaging;

import baton.eventlog.Cause;
import baton.eventlog.inbox.Received;
import baton.eventlog.inbox.Subscriber;
import baton.events.Event;
import baton.events.EventJson;
import baton.events.EventType;
import baton.events.Topic;
import baton.events.UnknownVersion;
import baton.events.activity.RejectionReason;
import baton.events.followup.Breached;
import baton.events.followup.Commitment;
import baton.events.followup.Converted;
import baton.events.followup.Disqualified;
import baton.events.followup.FirstTouch;
import baton.events.followup.Lost;
import baton.events.followup.Recycled;
import baton.events.followup.Rejected;
import baton.events.followup.Won;
import baton.events.intake.LeadErased;
import baton.events.intake.LeadSuperseded;
import baton.events.qualification.LeadQualified;
import baton.events.routing.ReleaseCause;
import baton.routing.assignment.AssignLeads;
import baton.routing.assignment.Breach;
import baton.routing.assignment.Ending;
import baton.routing.assignment.QualifiedLead;
import baton.routing.assignment.Round;
import baton.routing.assignment.WantedLead;
import baton.routing.assignment.Withdrawal;
import baton.routing.assignment.domain.TakeBack;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Understands what intake, qualification and follow-up say of leads. */
@Singleton
public class RoutingEvents implements Subscriber {

  private static final Set<EventType> WITHDRAWING =
      EnumSet.of(EventType.LEAD_ERASED, EventType.LEAD_SUPERSEDED);

  private final AssignLeads assign;

  public RoutingEvents(AssignLeads assign) {
    this.assign = assign;
  }

  /**
   * Of what intake says only that a lead was erased or is another one: whenever that comes, and
   * however often, nobody gets the lead from then on.
   */
  @Override
  public Optional<Received> taken(Received received) {
    if (!received.topic().equals(Topic.INTAKE.topicName())) {
      return Optional.of(received);
    }
    return mayWithdraw(received.type()) ? Optional.of(received.unnumbered()) : Optional.empty();
  }

  private static boolean mayWithdraw(String type) {
    try {
      return EventType.named(type).filter(WITHDRAWING::contains).isPresent();
    } catch (UnknownVersion e) {
      return true; // it parks as soon as it is looked at
    }
  }

  @Override
  public Handling begin(Connection connection, List<Received> events) {
    return new Batch(assign.begin(connection));
  }

  private record Batch(Round round) implements Handling {

    @Override
    public Outcome on(Received received) {
      EventType.named(received.type())
          .filter(Batch::isOfUse)
          .ifPresent(
              type ->
                  handle(
                      EventJson.read(type, received.subject(), received.payload()),
                      received.asCause()));
      return Outcome.applied();
    }

    private static boolean isOfUse(EventType type) {
      return switch (type) {
        case LEAD_ERASED,
            LEAD_SUPERSEDED,
            LEAD_QUALIFIED,
            REJECTED,
            DISQUALIFIED,
            RECYCLED,
            CONVERTED,
            WON,
            LOST,
            FIRST_TOUCH,
            BREACHED ->
            true;
        default -> false;
      };
    }

    private void handle(Event event, Cause cause) {
      if (event instanceof LeadQualified e) {
        round.wants(wanted(e, cause));
      } else if (event instanceof Rejected e) {
        boolean noFault = e.reason() == RejectionReason.PROCEDURAL;
        round.ends(new Ending(e.assignmentId(), ReleaseCause.REJECTED, noFault, cause));
      } else if (event instanceof Disqualified e) {
        ends(e.assignmentId(), ReleaseCause.DISQUALIFIED, cause);
      } else if (event instanceof Recycled e) {
        ends(e.assignmentId(), ReleaseCause.RECYCLED, cause);
      } else if (event instanceof Converted e) {
        ends(e.assignmentId(), ReleaseCause.CONVERTED, cause);
      } else if (event instanceof Won e) {
        ends(e.assignmentId(), ReleaseCause.WON, cause);
      } else if (event instanceof Lost e) {
        ends(e.assignmentId(), ReleaseCause.LOST, cause);
      } else if (event instanceof FirstTouch e) {
        round.touches(e.assignmentId(), e.at());
      } else if (event instanceof Breached e && e.commitment() != Commitment.FOLLOW_UP) {
        TakeBack.Owed owed = TakeBack.Owed.valueOf(e.commitment().name());
        round.breaks(new Breach(e.assignmentId(), owed, cause));
      } else if (event instanceof LeadErased e) {
        round.withdraws(Withdrawal.erased(e.leadId(), cause));
      } else if (event instanceof LeadSuperseded e) {
        round.withdraws(Withdrawal.merged(e.leadId(), e.at(), cause));
      }
    }

    private void ends(UUID assignmentId, ReleaseCause why, Cause cause) {
      round.ends(new Ending(assignmentId, why, false, cause));
    }

    private static WantedLead wanted(LeadQualified e, Cause cause) {
      return new WantedLead(
          new QualifiedLead(
              e.leadId(),
              e.cycleId(),
              e.decisionId(),
              e.source(),
              e.campaign(),
              e.grade(),
              e.inquiredAt(),
              cause),
          LeadAttributes.of(e),
          LeadAttributes.company(e));
    }

    @Override
    public void finish() throws SQLException {
      round.finish();
    }
  }
}
