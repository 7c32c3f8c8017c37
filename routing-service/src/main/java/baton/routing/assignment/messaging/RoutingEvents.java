package baton.routing.assignment.messaging;

import baton.eventlog.Cause;
import baton.eventlog.inbox.Received;
import baton.eventlog.inbox.Subscriber;
import baton.events.Event;
import baton.events.EventJson;
import baton.events.EventType;
import baton.events.followup.Converted;
import baton.events.followup.Disqualified;
import baton.events.followup.Recycled;
import baton.events.followup.Rejected;
import baton.events.intake.LeadErased;
import baton.events.qualification.LeadQualified;
import baton.events.routing.ReleaseCause;
import baton.routing.assignment.AssignLeads;
import baton.routing.assignment.Ending;
import baton.routing.assignment.QualifiedLead;
import baton.routing.assignment.Round;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Understands what intake, qualification and follow-up say of leads. */
@Singleton
public class RoutingEvents implements Subscriber {

  private final AssignLeads assign;

  public RoutingEvents(AssignLeads assign) {
    this.assign = assign;
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
        case LEAD_ERASED, LEAD_QUALIFIED, REJECTED, DISQUALIFIED, RECYCLED, CONVERTED -> true;
        default -> false;
      };
    }

    private void handle(Event event, Cause cause) {
      if (event instanceof LeadQualified e) {
        round.wants(
            new QualifiedLead(
                e.leadId(), e.cycleId(), e.decisionId(), e.source(), e.campaign(), cause));
      } else if (event instanceof Rejected e) {
        round.ends(new Ending(e.assignmentId(), ReleaseCause.REJECTED, cause));
      } else if (event instanceof Disqualified e) {
        round.ends(new Ending(e.assignmentId(), ReleaseCause.DISQUALIFIED, cause));
      } else if (event instanceof Recycled e) {
        round.ends(new Ending(e.assignmentId(), ReleaseCause.RECYCLED, cause));
      } else if (event instanceof Converted e) {
        round.ends(new Ending(e.assignmentId(), ReleaseCause.CONVERTED, cause));
      } else if (event instanceof LeadErased e) {
        round.erases(e.leadId(), cause);
      }
    }

    @Override
    public void finish() throws SQLException {
      round.finish();
    }
  }
}
