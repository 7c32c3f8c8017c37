package baton.qualification.decision;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.NewEvent;
import baton.qualification.Published;
import baton.qualification.decision.domain.CriteriaSet;
import baton.qualification.decision.domain.Cycle;
import baton.qualification.decision.domain.Decision;
import baton.qualification.decision.domain.Lead;
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

  private final Leads leads;
  private final CriteriaInForce criteria;
  private final EventLog log;
  private final Clock clock;
  private final DecisionListener listener;

  /**
   * @param listener told of the decisions before the transaction ends
   */
  public QualifyLeads(
      Leads leads, CriteriaInForce criteria, EventLog log, Clock clock, DecisionListener listener) {
    this.leads = leads;
    this.criteria = criteria;
    this.log = log;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Begins with these leads, which the caller has locked.
   *
   * @param leadIds all that will be named
   * @param endings those of which a cycle may end
   * @param cycles the cycles that will be asked for
   */
  public Work begin(
      Connection connection,
      Collection<UUID> leadIds,
      Collection<UUID> endings,
      Collection<UUID> cycles)
      throws SQLException {
    CriteriaSet inForce = criteria.read(connection);
    return new Work(
        connection,
        inForce,
        leads.load(connection, inForce, leadIds, endings),
        new HashSet<>(leads.existing(connection, cycles)));
  }

  /** What is done in one transaction; nothing is written before {@link #finish}. */
  public final class Work {

    private final Connection connection;
    private final CriteriaSet inForce;
    private final Map<UUID, Lead> byId;
    private final Set<UUID> cycles;
    private final Set<Lead> touched = new HashSet<>();
    private final List<DecisionRecord> decisions = new ArrayList<>();
    private final List<NewEvent> events = new ArrayList<>();

    private Work(
        Connection connection, CriteriaSet inForce, Map<UUID, Lead> byId, Set<UUID> cycles) {
      this.connection = connection;
      this.inForce = inForce;
      this.byId = byId;
      this.cycles = cycles;
    }

    public boolean knowsCycle(UUID cycleId) {
      return cycles.contains(cycleId);
    }

    /** The lead submitted something; returns the cycles that were opened because of it. */
    public List<UUID> submitted(UUID leadId, Submission submission, Cause cause) {
      return act(leadId, cause, lead -> lead.submitted(submission));
    }

    /** Sales ended a cycle; returns the cycles that were opened because of it. */
    public List<UUID> salesEnded(
        UUID leadId, UUID cycleId, Cycle.Ending how, Instant at, Cause cause) {
      return act(leadId, cause, lead -> lead.salesEnded(cycleId, how, at));
    }

    /** Sales found an opportunity. */
    public void converted(UUID leadId, UUID cycleId, Cause cause) {
      act(leadId, cause, lead -> lead.converted(cycleId));
    }

    /** Nothing tells any more who the lead is: nothing more is decided about it. */
    public void erased(UUID leadId, Instant at, Cause cause) {
      act(leadId, cause, lead -> lead.erased(at));
    }

    /** Whether it is known that this lead turned out to be another one at this time. */
    public boolean knowsMerge(UUID leadId, Instant at) throws SQLException {
      return leads.merge(connection, leadId, at).isPresent();
    }

    /** The lead turned out to be another one. */
    public void superseded(UUID leadId, UUID survivorId, Instant at, Cause cause)
        throws SQLException {
      act(leadId, cause, lead -> lead.superseded(at));
      Lead lead = byId.get(leadId);
      leads.save(
          connection, new Merge(leadId, survivorId, at, lead.known(), lead.touchpoints(), null));
    }

    /** Another lead turned out to be this one, of which that is known. */
    public void merged(UUID leadId, UUID merged, boolean prevails, Instant at, Cause cause)
        throws SQLException {
      Merge merge = leads.merge(connection, merged, at).orElseThrow();
      Lead other = byId.get(merged);
      if (other == null) {
        // Nobody here has locked it; what it was at the merge does not change any more.
        other =
            leads
                .load(connection, inForce, List.of(merged), List.of())
                .getOrDefault(merged, Lead.unknown(merged, inForce));
      }
      Lead.Past past = other.past(merge.known(), merge.touchpoints());
      List<Lead.Adopted> adopted = new ArrayList<>();
      act(leadId, cause, lead -> adopted.add(lead.adopt(past, prevails, at)));
      leads.save(connection, merge.with(adopted.get(0)));
    }

    /** They are two persons after all. */
    public void unmerged(UUID leadId, UUID unmerged, Cause cause) throws SQLException {
      for (Merge merge : leads.adopted(connection, unmerged, leadId)) {
        act(leadId, cause, lead -> lead.giveUp(unmerged, merge.adopted()));
      }
      leads.giveUp(connection, unmerged, leadId);
    }

    private List<UUID> act(UUID leadId, Cause cause, Consumer<Lead> action) {
      Lead lead = byId.computeIfAbsent(leadId, id -> Lead.unknown(id, inForce));
      int before = lead.decisions().size();
      action.accept(lead);
      touched.add(lead);
      List<UUID> opened = new ArrayList<>();
      List<Decision> all = lead.decisions();
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
      leads.save(connection, touched, decisions);
      log.append(connection, events);
      listener.decided(decisions);
    }
  }
}
