package baton.followup.commitment;

import baton.eventlog.EventLog;
import baton.eventlog.inbox.Received;
import baton.eventlog.inbox.Subscriber;
import baton.events.Event;
import baton.events.EventJson;
import baton.events.EventType;
import baton.events.Topic;
import baton.events.activity.Activity;
import baton.events.activity.Direction;
import baton.events.activity.Disposition;
import baton.events.intake.LeadErased;
import baton.events.intake.LeadReceived;
import baton.events.qualification.LeadDisqualified;
import baton.events.qualification.LeadNurtured;
import baton.events.qualification.LeadQualified;
import baton.events.routing.LeadAssigned;
import baton.events.routing.LeadHeld;
import baton.events.routing.LeadReleased;
import baton.events.routing.Rep;
import baton.followup.commitment.Roster.ExternalId;
import baton.followup.commitment.domain.Assignment;
import baton.followup.commitment.domain.Cycle;
import baton.followup.commitment.domain.CycleState.Decision;
import baton.followup.commitment.domain.CycleState.Routing;
import baton.followup.commitment.domain.LeadFile;
import baton.followup.commitment.domain.RepActivity;
import baton.followup.timeline.Facts.Fact;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Takes in what the other services and the systems of Sales say, and publishes what follows from
 * it. A fact that comes before what it builds on waits: a decision for its cycle, an assignment for
 * its decision and its rep, an activity for its lead and its rep.
 */
@Singleton
public class TrackLeads implements Subscriber {

  /** Codes are kept for ever, so that they must not be free text. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  private final LeadFileStore store;
  private final EventLog log;
  private final Clock clock;
  private final CommitmentConfig config;

  TrackLeads(LeadFileStore store, EventLog log, Clock clock, CommitmentConfig config) {
    this.store = store;
    this.log = log;
    this.clock = clock;
    this.config = config;
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
    Roster roster = new Roster(connection);
    roster.load(reps);
    return new Batch(new LeadFiles(connection, store, log, leads), roster, events);
  }

  /** The event, or empty if this version of the contract has no such type. */
  private Optional<Event> read(Received received) {
    Optional<EventType> type = EventType.named(received.type());
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Event event = EventJson.read(type.get(), received.subject(), received.payload());
    if (event instanceof Activity activity) {
      check(activity);
    }
    return Optional.of(event);
  }

  private void check(Activity activity) {
    if (activity.repId() == null && activity.externalRepId() == null) {
      throw new IllegalArgumentException("an activity names its rep by repId or externalRepId");
    }
    if (activity.source() == null
        || activity.activityId() == null
        || activity.type() == null
        || activity.occurredAt() == null) {
      throw new IllegalArgumentException("an activity has source, activityId, type and occurredAt");
    }
    if (!config.canHaveHappened(activity.occurredAt(), clock.instant())) {
      throw new IllegalArgumentException(
          "an activity is dated before 1970 or more than "
              + config.clockTolerance()
              + " after now");
    }
    if (activity.reasonCode() != null && !CODE.matcher(activity.reasonCode()).matches()) {
      throw new IllegalArgumentException("a reason code has 1 to 100 of A-Z a-z 0-9 _ . -");
    }
    if (activity.disposition() == Disposition.REJECTED && activity.reason() == null) {
      throw new IllegalArgumentException("a rejection names its reason");
    }
  }

  /** What was read together, in its transaction. */
  private final class Batch implements Handling {

    private final LeadFiles files;
    private final Roster roster;
    private final Map<UUID, Event> events;

    Batch(LeadFiles files, Roster roster, Map<UUID, Event> events) {
      this.files = files;
      this.roster = roster;
      this.events = events;
    }

    @Override
    public Outcome on(Received received) throws SQLException {
      Event event = events.get(received.id());
      if (event == null) {
        return Outcome.applied();
      }
      if (event instanceof Activity activity
          && files.of(activity.leadId()).knowsActivity(activity.source(), activity.activityId())) {
        return Outcome.applied();
      }
      Outcome outcome = apply(event, received);
      if (outcome instanceof Applied) {
        files
            .facts()
            .add(
                new Fact(
                    received.subject(),
                    Cycles.of(event),
                    received.topic(),
                    received.type(),
                    received.id(),
                    event.at(),
                    EventJson.write(event)));
      }
      return outcome;
    }

    @Override
    public void finish() throws SQLException {
      files.write(clock.instant());
    }

    private Outcome apply(Event event, Received received) throws SQLException {
      LeadFile file = files.of(received.subject());
      if (event instanceof Rep rep) {
        return Outcome.releasedElsewhere(roster.take(rep));
      }
      if (event instanceof LeadReceived e) {
        file.put(Cycle.opened(e.cycleId(), e.source(), e.campaign(), e.at()));
        assess(file, received);
        return Outcome.released(List.of("cycle/" + e.cycleId(), "lead/" + e.leadId()));
      }
      if (event instanceof LeadQualified e) {
        if (e.opensCycle()) {
          open(file, e.cycleId(), e.source(), e.campaign(), e);
        }
        return decided(file, e.cycleId(), Decision.QUALIFIED, e.decisionId(), received);
      }
      if (event instanceof LeadNurtured e) {
        return decided(file, e.cycleId(), Decision.NURTURED, e.decisionId(), received);
      }
      if (event instanceof LeadDisqualified e) {
        return decided(file, e.cycleId(), Decision.DISQUALIFIED, e.decisionId(), received);
      }
      if (event instanceof LeadAssigned e) {
        return assigned(file, e, received);
      }
      if (event instanceof LeadHeld e) {
        return held(file, e, received);
      }
      if (event instanceof LeadReleased e) {
        file.put(file.assignment(e.assignmentId()).released(e.at()));
        file.put(file.cycle(e.cycleId()).routed(Routing.RELEASED));
        assess(file, received);
        return Outcome.applied();
      }
      if (event instanceof LeadErased e) {
        file.erased(e.at());
        assess(file, received);
        return Outcome.applied();
      }
      if (event instanceof Activity e) {
        return activity(file, e, received);
      }
      return Outcome.applied();
    }

    private void open(LeadFile file, UUID cycleId, String source, String campaign, Event event) {
      if (file.cycle(cycleId) == null) {
        file.put(Cycle.opened(cycleId, source, campaign, event.at()));
      }
    }

    private Outcome decided(
        LeadFile file, UUID cycleId, Decision outcome, UUID decisionId, Received received) {
      Cycle cycle = file.cycle(cycleId);
      if (cycle == null) {
        return Outcome.waitFor("cycle/" + cycleId);
      }
      file.put(cycle.decided(outcome, decisionId));
      assess(file, received);
      return Outcome.released(List.of("decision/" + decisionId, "cycle/" + cycleId));
    }

    private Outcome assigned(LeadFile file, LeadAssigned e, Received received) {
      Cycle cycle = file.cycle(e.cycleId());
      if (cycle == null || !e.decisionId().equals(cycle.decisionId())) {
        return Outcome.waitFor("decision/" + e.decisionId());
      }
      if (roster.versionOf(e.repId()) < e.repVersion()) {
        return Outcome.waitForElsewhere(Roster.fact(e.repId()));
      }
      file.put(Assignment.made(e.assignmentId(), e.cycleId(), e.repId(), e.at(), config.terms()));
      file.put(cycle.routed(Routing.ASSIGNED));
      assess(file, received);
      return Outcome.applied();
    }

    private Outcome held(LeadFile file, LeadHeld e, Received received) {
      Cycle cycle = file.cycle(e.cycleId());
      if (cycle == null || !e.decisionId().equals(cycle.decisionId())) {
        return Outcome.waitFor("decision/" + e.decisionId());
      }
      file.put(cycle.routed(Routing.HELD));
      assess(file, received);
      return Outcome.applied();
    }

    private Outcome activity(LeadFile file, Activity e, Received received) throws SQLException {
      if (!file.isKnown()) {
        return Outcome.waitFor("lead/" + e.leadId());
      }
      UUID repId = e.repId();
      if (repId == null) {
        ExternalId externalId = new ExternalId(e.source(), e.externalRepId());
        Optional<UUID> known = roster.repOf(externalId);
        if (known.isEmpty()) {
          return Outcome.waitForElsewhere(externalId.fact());
        }
        repId = known.get();
      }
      RepActivity activity =
          new RepActivity(
              e.source(),
              e.activityId(),
              repId,
              e.type().name(),
              e.direction() != Direction.INBOUND,
              e.disposition() == null
                  ? null
                  : RepActivity.Disposition.valueOf(e.disposition().name()),
              e.reason() == null ? null : e.reason().name(),
              e.reasonCode(),
              e.occurredAt());
      file.did(activity);
      assess(file, received);
      return Outcome.applied();
    }

    private void assess(LeadFile file, Received received) {
      files.assess(file, clock.instant(), received.asCause());
    }
  }
}
