package baton.followup.commitment.messaging;

import baton.eventlog.Cause;
import baton.eventlog.inbox.Received;
import baton.eventlog.inbox.Subscriber;
import baton.events.Event;
import baton.events.EventJson;
import baton.events.EventType;
import baton.events.Topic;
import baton.events.activity.Activity;
import baton.events.activity.Direction;
import baton.events.intake.LeadErased;
import baton.events.intake.LeadReceived;
import baton.events.qualification.LeadDisqualified;
import baton.events.qualification.LeadNurtured;
import baton.events.qualification.LeadQualified;
import baton.events.routing.LeadAssigned;
import baton.events.routing.LeadHeld;
import baton.events.routing.LeadReleased;
import baton.events.routing.Rep;
import baton.followup.commitment.Roster;
import baton.followup.commitment.Roster.ExternalId;
import baton.followup.commitment.TrackLeads;
import baton.followup.commitment.domain.CycleState.Decision;
import baton.followup.commitment.domain.RepActivity;
import baton.followup.timeline.Facts.Fact;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Understands what the other services and the systems of Sales say. A fact that comes before what
 * it builds on waits: a decision for its cycle, an assignment for its decision and its rep, an
 * activity for its lead and its rep.
 */
@Singleton
public class LeadEvents implements Subscriber {

  private final TrackLeads track;
  private final ActivityRules rules;

  public LeadEvents(TrackLeads track, ActivityRules rules) {
    this.track = track;
    this.rules = rules;
  }

  /** An activity may be keyed by an id of its own. */
  @Override
  public UUID subjectOf(Received received) {
    if (!received.topic().equals(Topic.ACTIVITY.topicName())) {
      return received.subject();
    }
    try {
      return read(received).map(Event::subject).orElse(received.subject());
    } catch (RuntimeException e) {
      return received.subject(); // it parks as soon as it is looked at
    }
  }

  @Override
  public Handling begin(Connection connection, List<Received> received) throws SQLException {
    Map<UUID, Event> events = new HashMap<>();
    Set<UUID> leads = new HashSet<>();
    Set<UUID> reps = new HashSet<>();
    for (Received each : received) {
      Event event = read(each).orElse(null);
      leads.add(each.subject());
      if (event instanceof LeadAssigned assigned) {
        reps.add(assigned.repId());
      } else if (event instanceof Rep rep) {
        reps.add(rep.repId());
      }
      events.put(each.id(), event);
    }
    return new Batch(track.begin(connection, leads, reps), events);
  }

  /** The event, or empty if this version of the contract has no such type. */
  private Optional<Event> read(Received received) {
    Optional<EventType> type = EventType.named(received.type());
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Event event = EventJson.read(type.get(), received.subject(), received.payload());
    if (event instanceof Activity activity) {
      rules.check(activity);
    }
    return Optional.of(event);
  }

  private static String leadFact(UUID lead) {
    return "lead/" + lead;
  }

  private static String cycleFact(UUID cycle) {
    return "cycle/" + cycle;
  }

  private static String decisionFact(UUID decision) {
    return "decision/" + decision;
  }

  private static RepActivity performed(Activity e, UUID repId) {
    return new RepActivity(
        e.source(),
        e.activityId(),
        repId,
        e.type().name(),
        e.direction() != Direction.INBOUND,
        e.disposition() == null ? null : RepActivity.Disposition.valueOf(e.disposition().name()),
        e.reason() == null ? null : e.reason().name(),
        e.reasonCode(),
        e.occurredAt());
  }

  private record Batch(TrackLeads.Work work, Map<UUID, Event> events) implements Handling {

    @Override
    public Outcome on(Received received) throws SQLException {
      Event event = events.get(received.id());
      if (event == null || isKnownActivity(event)) {
        return Outcome.applied();
      }
      Outcome outcome = handle(event, received.asCause());
      if (outcome instanceof Applied) {
        work.note(Fact.of(event, received.topic(), received.id()));
      }
      return outcome;
    }

    private boolean isKnownActivity(Event event) {
      return event instanceof Activity e
          && work.knowsActivity(e.leadId(), e.source(), e.activityId());
    }

    private Outcome handle(Event event, Cause cause) throws SQLException {
      if (event instanceof LeadReceived e) {
        work.opened(e.leadId(), e.cycleId(), e.source(), e.campaign(), e.at(), cause);
        return Outcome.released(List.of(cycleFact(e.cycleId()), leadFact(e.leadId())));
      } else if (event instanceof LeadErased e) {
        work.erased(e.leadId(), e.at(), cause);
      } else if (event instanceof LeadQualified e) {
        if (e.opensCycle()) {
          work.opened(e.leadId(), e.cycleId(), e.source(), e.campaign(), e.at(), cause);
        }
        return decided(e.leadId(), e.cycleId(), Decision.QUALIFIED, e.decisionId(), cause);
      } else if (event instanceof LeadNurtured e) {
        return decided(e.leadId(), e.cycleId(), Decision.NURTURED, e.decisionId(), cause);
      } else if (event instanceof LeadDisqualified e) {
        return decided(e.leadId(), e.cycleId(), Decision.DISQUALIFIED, e.decisionId(), cause);
      } else if (event instanceof LeadAssigned e) {
        return assigned(e, cause);
      } else if (event instanceof LeadHeld e) {
        return held(e, cause);
      } else if (event instanceof LeadReleased e) {
        work.released(e.leadId(), e.cycleId(), e.assignmentId(), e.at(), cause);
      } else if (event instanceof Rep e) {
        return Outcome.releasedElsewhere(work.roster().take(e));
      } else if (event instanceof Activity e) {
        return did(e, cause);
      }
      return Outcome.applied();
    }

    private Outcome decided(UUID lead, UUID cycle, Decision outcome, UUID decision, Cause cause) {
      if (!work.knowsCycle(lead, cycle)) {
        return Outcome.waitFor(cycleFact(cycle));
      }
      work.decided(lead, cycle, outcome, decision, cause);
      return Outcome.released(List.of(decisionFact(decision), cycleFact(cycle)));
    }

    private Outcome assigned(LeadAssigned e, Cause cause) {
      if (!work.knowsDecision(e.leadId(), e.cycleId(), e.decisionId())) {
        return Outcome.waitFor(decisionFact(e.decisionId()));
      }
      if (work.roster().versionOf(e.repId()) < e.repVersion()) {
        return Outcome.waitForElsewhere(Roster.fact(e.repId()));
      }
      work.assigned(e.leadId(), e.cycleId(), e.assignmentId(), e.repId(), e.at(), cause);
      return Outcome.applied();
    }

    private Outcome held(LeadHeld e, Cause cause) {
      if (!work.knowsDecision(e.leadId(), e.cycleId(), e.decisionId())) {
        return Outcome.waitFor(decisionFact(e.decisionId()));
      }
      work.held(e.leadId(), e.cycleId(), cause);
      return Outcome.applied();
    }

    private Outcome did(Activity e, Cause cause) throws SQLException {
      if (!work.knowsLead(e.leadId())) {
        return Outcome.waitFor(leadFact(e.leadId()));
      }
      UUID rep = e.repId();
      if (rep == null) {
        ExternalId externalId = new ExternalId(e.source(), e.externalRepId());
        Optional<UUID> known = work.roster().repOf(externalId);
        if (known.isEmpty()) {
          return Outcome.waitForElsewhere(externalId.fact());
        }
        rep = known.get();
      }
      work.did(e.leadId(), performed(e, rep), cause);
      return Outcome.applied();
    }

    @Override
    public void finish() throws SQLException {
      work.finish();
    }
  }
}
