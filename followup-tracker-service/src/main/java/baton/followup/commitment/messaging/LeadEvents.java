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
import baton.events.intake.LeadSuperseded;
import baton.events.qualification.LeadDisqualified;
import baton.events.qualification.LeadNurtured;
import baton.events.qualification.LeadQualified;
import baton.events.routing.LeadAssigned;
import baton.events.routing.LeadHeld;
import baton.events.routing.LeadReleased;
import baton.events.routing.Rep;
import baton.followup.commitment.ActivityRules;
import baton.followup.commitment.LeadWork;
import baton.followup.commitment.Roster;
import baton.followup.commitment.Roster.ExternalId;
import baton.followup.commitment.TrackLeads;
import baton.followup.commitment.domain.Cycle;
import baton.followup.commitment.domain.CycleState.Decision;
import baton.followup.commitment.domain.Release;
import baton.followup.commitment.domain.RepActivity;
import baton.followup.policy.FollowUpPolicies;
import baton.followup.policy.domain.PolicyHistory;
import baton.followup.timeline.Facts.Fact;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
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
  private final FollowUpPolicies policies;

  public LeadEvents(TrackLeads track, ActivityRules rules, FollowUpPolicies policies) {
    this.track = track;
    this.rules = rules;
    this.policies = policies;
  }

  /** An activity may be keyed by an id of its own. */
  @Override
  public Optional<Received> taken(Received received) {
    if (!received.topic().equals(Topic.ACTIVITY.topicName())) {
      return Optional.of(received);
    }
    return Optional.of(read(received).map(e -> received.about(e.subject())).orElse(received));
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
      } else if (event instanceof Activity activity && activity.repId() != null) {
        reps.add(activity.repId());
      }
      events.put(each.id(), event);
    }
    checkCodes(connection, events.values());
    return new Batch(track.begin(connection, leads, reps), events);
  }

  private void checkCodes(Connection connection, Collection<Event> events) throws SQLException {
    List<Activity> coded = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof Activity activity && activity.reasonCode() != null) {
        coded.add(activity);
      }
    }
    if (!coded.isEmpty()) {
      PolicyHistory history = policies.read(connection);
      coded.forEach(activity -> rules.checkCode(activity, history));
    }
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

  /** To the microsecond, as it will be stored: what is compared with a deadline now and later. */
  private static Instant stored(Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
  }

  private static RepActivity performed(Activity e, Instant receivedAt, RepActivity.Flag flag) {
    return new RepActivity(
        e.source(),
        e.activityId(),
        e.repId(),
        e.repId() == null ? e.externalRepId() : null,
        e.type().name(),
        e.direction() != Direction.INBOUND,
        e.disposition() == null ? null : RepActivity.Disposition.valueOf(e.disposition().name()),
        e.reason() == null ? null : e.reason().name(),
        e.reasonCode(),
        stored(e.occurredAt()),
        receivedAt,
        flag);
  }

  private record Batch(LeadWork work, Map<UUID, Event> events) implements Handling {

    @Override
    public Outcome on(Received received) throws SQLException {
      Event event = events.get(received.id());
      if (event == null || isKnownActivity(event)) {
        return Outcome.applied();
      }
      if (event instanceof Activity e) {
        return did(e, received);
      }
      Outcome outcome = handle(event, received.asCause());
      if (outcome instanceof Applied) {
        work.note(Fact.of(event, received.topic(), received.id(), received.payload()));
      }
      return outcome;
    }

    private boolean isKnownActivity(Event event) {
      return event instanceof Activity e
          && work.knowsActivity(e.leadId(), e.source(), e.activityId());
    }

    private Outcome handle(Event event, Cause cause) throws SQLException {
      if (event instanceof LeadReceived e) {
        Instant at = stored(e.at());
        work.opened(
            e.leadId(),
            e.cycleId(),
            new Cycle.Origin(e.source(), e.campaign(), at, at, true, e.ofHistory()),
            cause);
        return Outcome.released(List.of(cycleFact(e.cycleId()), leadFact(e.leadId())));
      } else if (event instanceof LeadErased e) {
        work.erased(e.leadId(), stored(e.at()), cause);
      } else if (event instanceof LeadSuperseded e) {
        work.superseded(e.leadId(), stored(e.at()), cause);
      } else if (event instanceof LeadQualified e) {
        return qualified(e, cause);
      } else if (event instanceof LeadNurtured e) {
        Cycle.Origin origin = origin(e.source(), e.campaign(), e.at(), e.inquiredAt());
        return decided(
            e.leadId(),
            e.cycleId(),
            e.opensCycle() ? origin : null,
            Decision.NURTURED,
            e.decisionId(),
            cause);
      } else if (event instanceof LeadDisqualified e) {
        Cycle.Origin origin = origin(e.source(), e.campaign(), e.at(), e.inquiredAt());
        return decided(
            e.leadId(),
            e.cycleId(),
            e.opensCycle() ? origin : null,
            Decision.DISQUALIFIED,
            e.decisionId(),
            cause);
      } else if (event instanceof LeadAssigned e) {
        return assigned(e, cause);
      } else if (event instanceof LeadHeld e) {
        return held(e, cause);
      } else if (event instanceof LeadReleased e) {
        Release how = new Release(stored(e.at()), Release.Cause.valueOf(e.cause().name()));
        work.released(e.leadId(), e.cycleId(), e.assignmentId(), how, cause);
      } else if (event instanceof Rep e) {
        return Outcome.releasedElsewhere(work.roster().take(e));
      }
      return Outcome.applied();
    }

    /** Of a cycle that a decision opens. */
    private static Cycle.Origin origin(
        String source, String campaign, Instant decidedAt, Instant inquiredAt) {
      return new Cycle.Origin(
          source, campaign, stored(decidedAt), stored(inquiredAt), false, false);
    }

    private Outcome qualified(LeadQualified e, Cause cause) throws SQLException {
      if (e.opensCycle()) {
        work.opened(
            e.leadId(),
            e.cycleId(),
            origin(e.source(), e.campaign(), e.at(), e.inquiredAt()),
            cause);
      }
      if (!work.knowsCycle(e.leadId(), e.cycleId())) {
        return Outcome.waitFor(cycleFact(e.cycleId()));
      }
      Cycle.Qualified how = new Cycle.Qualified(stored(e.at()), e.grade().name());
      work.qualified(e.leadId(), e.cycleId(), how, e.decisionId(), cause);
      return Outcome.released(List.of(decisionFact(e.decisionId()), cycleFact(e.cycleId())));
    }

    /**
     * A decision that did not qualify.
     *
     * @param origin of a cycle that it opens, otherwise null
     */
    private Outcome decided(
        UUID lead, UUID cycle, Cycle.Origin origin, Decision outcome, UUID decision, Cause cause) {
      if (origin != null) {
        work.opened(lead, cycle, origin, cause);
      }
      if (!work.knowsCycle(lead, cycle)) {
        return Outcome.waitFor(cycleFact(cycle));
      }
      work.decided(lead, cycle, outcome, decision, cause);
      return Outcome.released(List.of(decisionFact(decision), cycleFact(cycle)));
    }

    private Outcome assigned(LeadAssigned e, Cause cause) throws SQLException {
      if (!work.knowsQualification(e.leadId(), e.cycleId())) {
        return Outcome.waitFor(decisionFact(e.decisionId()));
      }
      if (work.roster().versionOf(e.repId()) < e.repVersion()) {
        return Outcome.waitForElsewhere(Roster.fact(e.repId()));
      }
      work.assigned(
          new LeadWork.Given(
              e.leadId(),
              e.cycleId(),
              e.assignmentId(),
              e.repId(),
              e.repVersion(),
              e.team(),
              e.pool(),
              e.grade() == null ? null : e.grade().name(),
              stored(e.at())),
          cause);
      return Outcome.applied();
    }

    private Outcome held(LeadHeld e, Cause cause) {
      if (!work.knowsQualification(e.leadId(), e.cycleId())) {
        return Outcome.waitFor(decisionFact(e.decisionId()));
      }
      work.held(e.leadId(), e.cycleId(), stored(e.at()), cause);
      return Outcome.applied();
    }

    private Outcome did(Activity e, Received received) throws SQLException {
      if (!work.knowsLead(e.leadId())) {
        return Outcome.waitFor(leadFact(e.leadId()));
      }
      Optional<RepActivity.Flag> flag =
          work.flag(e.leadId(), stored(e.occurredAt()), received.recordedAt());
      RepActivity done = performed(e, stored(received.recordedAt()), flag.orElse(null));
      if (done.externalRepId() != null) {
        Optional<UUID> performer = work.roster().performer(done);
        if (performer.isEmpty()) {
          return Outcome.waitForElsewhere(new ExternalId(e.source(), e.externalRepId()).fact());
        }
        done = done.by(performer.get());
      } else if (work.roster().versionOf(done.repId()) == 0) {
        return Outcome.waitForElsewhere(Roster.fact(done.repId()));
      }
      work.did(e.leadId(), done, received.asCause());
      // What a stranger said besides is not kept.
      Fact fact = Fact.of(e, received.topic(), received.id(), EventJson.write(e));
      work.note(flag.isEmpty() ? fact : fact.flagged(flag.get().name()));
      return Outcome.applied();
    }

    @Override
    public void finish() throws SQLException {
      work.finish();
    }
  }
}
