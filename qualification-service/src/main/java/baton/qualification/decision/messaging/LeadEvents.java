package baton.qualification.decision.messaging;

import baton.eventlog.Cause;
import baton.eventlog.inbox.Received;
import baton.eventlog.inbox.Subscriber;
import baton.events.Event;
import baton.events.EventJson;
import baton.events.EventType;
import baton.events.followup.Converted;
import baton.events.followup.Disqualified;
import baton.events.followup.Lost;
import baton.events.followup.Recycled;
import baton.events.followup.Rejected;
import baton.events.followup.Won;
import baton.events.intake.LeadErased;
import baton.events.intake.LeadReceived;
import baton.events.intake.LeadSuperseded;
import baton.events.intake.LeadsMerged;
import baton.events.intake.LeadsUnmerged;
import baton.events.intake.TouchpointRecorded;
import baton.qualification.decision.ContractTerms;
import baton.qualification.decision.QualifyLeads;
import baton.qualification.decision.domain.Cycle.Ending;
import baton.qualification.decision.domain.Submission;
import baton.qualification.decision.domain.Submission.Past;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Understands what intake and follow-up say of leads. A word of follow-up about a cycle that has
 * not been opened here yet waits for it.
 */
@Singleton
public class LeadEvents implements Subscriber {

  private final QualifyLeads qualify;

  public LeadEvents(QualifyLeads qualify) {
    this.qualify = qualify;
  }

  @Override
  public Handling begin(Connection connection, List<Received> received) throws SQLException {
    Map<UUID, Event> events = new HashMap<>();
    Set<UUID> leads = new HashSet<>();
    Set<UUID> endings = new HashSet<>();
    Set<UUID> cycles = new HashSet<>();
    for (Received one : received) {
      Optional<Event> event = read(one);
      if (event.isPresent()) {
        events.put(one.id(), event.get());
        leads.add(one.subject());
        Optional<UUID> cycle = cycleOf(event.get());
        cycle.ifPresent(cycles::add);
        if (cycle.isPresent()
            || event.get() instanceof LeadErased
            || event.get() instanceof LeadSuperseded) {
          endings.add(one.subject());
        }
      }
    }
    return new Batch(qualify.begin(connection, leads, endings, cycles), events);
  }

  /** The event, or empty if this service has no use for its type. */
  private static Optional<Event> read(Received received) {
    return EventType.named(received.type())
        .filter(LeadEvents::isOfUse)
        .map(type -> EventJson.read(type, received.subject(), received.payload()));
  }

  private static boolean isOfUse(EventType type) {
    return switch (type) {
      case LEAD_RECEIVED,
          TOUCHPOINT_RECORDED,
          LEADS_MERGED,
          LEADS_UNMERGED,
          LEAD_SUPERSEDED,
          LEAD_ERASED,
          REJECTED,
          RECYCLED,
          DISQUALIFIED,
          CONVERTED,
          WON,
          LOST ->
          true;
      default -> false;
    };
  }

  private static Optional<UUID> cycleOf(Event event) {
    if (event instanceof Rejected e) {
      return Optional.of(e.cycleId());
    } else if (event instanceof Recycled e) {
      return Optional.of(e.cycleId());
    } else if (event instanceof Disqualified e) {
      return Optional.of(e.cycleId());
    } else if (event instanceof Converted e) {
      return Optional.of(e.cycleId());
    } else if (event instanceof Won e) {
      return Optional.of(e.cycleId());
    } else if (event instanceof Lost e) {
      return Optional.of(e.cycleId());
    }
    return Optional.empty();
  }

  private static Submission arrival(LeadReceived e) {
    return new Submission(
        e.submissionId(),
        true,
        e.source(),
        e.campaign(),
        e.arrivedAt(),
        ContractTerms.facts(e.facts()),
        e.ofHistory() ? Past.of(e.sentAt(), e.arrivedAt()) : null);
  }

  private static Submission touchpoint(TouchpointRecorded e) {
    return new Submission(
        e.submissionId(),
        false,
        e.source(),
        e.campaign(),
        e.arrivedAt(),
        ContractTerms.facts(e.facts()),
        e.ofHistory() ? Past.of(e.sentAt(), e.arrivedAt()) : null);
  }

  private static String cycleFact(UUID cycle) {
    return "cycle:" + cycle;
  }

  private static String mergeFact(UUID lead, Instant at) {
    return "merge:" + lead + ":" + at;
  }

  private record Batch(QualifyLeads.Work work, Map<UUID, Event> events) implements Handling {

    @Override
    public Outcome on(Received received) throws SQLException {
      Event event = events.get(received.id());
      if (event == null) {
        return Outcome.applied();
      }
      Optional<Outcome> merging = merging(event, received.asCause());
      if (merging.isPresent()) {
        return merging.get();
      }
      Optional<UUID> cycle = cycleOf(event);
      if (cycle.isPresent() && !work.knowsCycle(cycle.get())) {
        return Outcome.waitFor(cycleFact(cycle.get()));
      }
      List<UUID> opened = handle(event, received);
      return opened.isEmpty()
          ? Outcome.applied()
          : Outcome.released(opened.stream().map(LeadEvents::cycleFact).toList());
    }

    /** What the survivor adopts is all that the other one had been: that has to be read first. */
    private Optional<Outcome> merging(Event event, Cause cause) throws SQLException {
      if (event instanceof LeadSuperseded e) {
        work.superseded(e.leadId(), e.survivorId(), e.at(), cause);
        return Optional.of(Outcome.releasedElsewhere(List.of(mergeFact(e.leadId(), e.at()))));
      } else if (event instanceof LeadsMerged e) {
        if (!work.knowsMerge(e.mergedLeadId(), e.at())) {
          return Optional.of(Outcome.waitForElsewhere(mergeFact(e.mergedLeadId(), e.at())));
        }
        boolean prevails = e.mergedLeadId().equals(e.prevailingLeadId());
        work.merged(e.leadId(), e.mergedLeadId(), prevails, e.at(), cause);
        return Optional.of(Outcome.applied());
      } else if (event instanceof LeadsUnmerged e) {
        work.unmerged(e.leadId(), e.unmergedLeadId(), cause);
        return Optional.of(Outcome.applied());
      }
      return Optional.empty();
    }

    private List<UUID> handle(Event event, Received received) {
      var cause = received.asCause();
      if (event instanceof LeadReceived e) {
        return work.submitted(e.leadId(), arrival(e), cause);
      } else if (event instanceof TouchpointRecorded e) {
        return work.submitted(e.leadId(), touchpoint(e), cause);
      } else if (event instanceof Rejected e) {
        return work.salesEnded(e.leadId(), e.cycleId(), Ending.REJECTED, e.at(), cause);
      } else if (event instanceof Recycled e) {
        return work.salesEnded(e.leadId(), e.cycleId(), Ending.RECYCLED, e.at(), cause);
      } else if (event instanceof Disqualified e) {
        return work.salesEnded(e.leadId(), e.cycleId(), Ending.DISQUALIFIED, e.at(), cause);
      } else if (event instanceof Won e) {
        return work.salesEnded(e.leadId(), e.cycleId(), Ending.WON, e.at(), cause);
      } else if (event instanceof Lost e) {
        return work.salesEnded(e.leadId(), e.cycleId(), Ending.LOST, e.at(), cause);
      } else if (event instanceof Converted e) {
        work.converted(e.leadId(), e.cycleId(), cause);
      } else if (event instanceof LeadErased e) {
        work.erased(e.leadId(), e.at(), cause);
      }
      return List.of();
    }

    @Override
    public void finish() throws SQLException {
      work.finish();
    }
  }
}
