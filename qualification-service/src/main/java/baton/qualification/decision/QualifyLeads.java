package baton.qualification.decision;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.NewEvent;
import baton.qualification.Published;
import baton.qualification.decision.domain.CriteriaSet;
import baton.qualification.decision.domain.Cycle;
import baton.qualification.decision.domain.Decision;
import baton.qualification.decision.domain.Journey;
import baton.qualification.decision.domain.Submission;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Decides about leads, many in one transaction: decisions, receipts and events are one. */
@Singleton
public class QualifyLeads {

  private final Journeys journeys;
  private final CriteriaSet criteria;
  private final EventLog log;
  private final Clock clock;
  private final DecisionListener listener;

  /**
   * @param listener told of the decisions before the transaction ends
   */
  public QualifyLeads(
      Journeys journeys,
      CriteriaSet criteria,
      EventLog log,
      Clock clock,
      DecisionListener listener) {
    this.journeys = journeys;
    this.criteria = criteria;
    this.log = log;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Begins with these leads, which the caller has locked.
   *
   * @param leads all that will be named
   * @param endings those of which a cycle may end
   * @param cycles the cycles that will be asked for
   */
  public Work begin(
      Connection connection,
      Collection<UUID> leads,
      Collection<UUID> endings,
      Collection<UUID> cycles)
      throws SQLException {
    return new Work(
        connection,
        journeys.load(connection, leads, endings),
        new HashSet<>(journeys.existing(connection, cycles)));
  }

  /** What is done in one transaction; nothing is written before {@link #finish}. */
  public final class Work {

    private final Connection connection;
    private final Map<UUID, Journey> leads;
    private final Set<UUID> cycles;
    private final Set<Journey> touched = new HashSet<>();
    private final List<DecisionRecord> decisions = new ArrayList<>();
    private final List<NewEvent> events = new ArrayList<>();

    private Work(Connection connection, Map<UUID, Journey> leads, Set<UUID> cycles) {
      this.connection = connection;
      this.leads = leads;
      this.cycles = cycles;
    }

    public boolean knowsCycle(UUID cycleId) {
      return cycles.contains(cycleId);
    }

    /** The lead submitted something; returns the cycles that were opened because of it. */
    public List<UUID> submitted(UUID leadId, Submission submission, Cause cause) {
      return act(leadId, cause, journey -> journey.submitted(submission));
    }

    /** Sales ended a cycle; returns the cycles that were opened because of it. */
    public List<UUID> salesEnded(
        UUID leadId, UUID cycleId, Cycle.Ending how, Instant at, Cause cause) {
      return act(leadId, cause, journey -> journey.salesEnded(cycleId, how, at));
    }

    /** Sales found an opportunity. */
    public void converted(UUID leadId, UUID cycleId, Cause cause) {
      act(leadId, cause, journey -> journey.converted(cycleId));
    }

    /** Nothing tells any more who the lead is: nothing more is decided about it. */
    public void erased(UUID leadId, Instant at, Cause cause) {
      act(leadId, cause, journey -> journey.erased(at));
    }

    private List<UUID> act(UUID leadId, Cause cause, Consumer<Journey> action) {
      Journey journey = leads.computeIfAbsent(leadId, id -> Journey.unknown(id, criteria));
      int before = journey.decisions().size();
      action.accept(journey);
      touched.add(journey);
      List<UUID> opened = new ArrayList<>();
      List<Decision> all = journey.decisions();
      for (Decision decision : all.subList(before, all.size())) {
        Instant now = clock.instant();
        DecisionRecord made =
            ContractTerms.decided(UuidCreator.getTimeOrderedEpoch(), decision, now);
        decisions.add(made);
        events.add(Published.fact(ContractTerms.event(made, decision), cause));
        if (cycles.add(made.cycleId())) {
          opened.add(made.cycleId());
        }
      }
      return opened;
    }

    /** Writes what changed and appends the events. */
    public void finish() throws SQLException {
      journeys.save(connection, touched, decisions);
      log.append(connection, events);
      listener.decided(decisions);
    }
  }
}
