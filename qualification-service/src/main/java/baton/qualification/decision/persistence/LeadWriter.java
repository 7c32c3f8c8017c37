package baton.qualification.decision.persistence;

import static baton.qualification.decision.persistence.LeadTables.offset;

import baton.qualification.decision.DecisionRecord;
import baton.qualification.decision.domain.Cycle;
import baton.qualification.decision.domain.Lead;
import baton.qualification.decision.domain.Touchpoint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Gathers rows and writes each table's in one batch. */
final class LeadWriter implements AutoCloseable {

  private static final String LEAD =
      """
      insert into lead (lead_id, facts, touchpoints, latest_cycle, erased_at, merged_at, heard_at)
      values (?, ?::jsonb, ?, ?, ?, ?, ?)
      on conflict (lead_id) do update set facts = excluded.facts,
        touchpoints = excluded.touchpoints, latest_cycle = excluded.latest_cycle,
        erased_at = excluded.erased_at, merged_at = excluded.merged_at,
        heard_at = excluded.heard_at""";
  private static final String CYCLE =
      """
      insert into cycle (cycle_id, lead_id, source, campaign, inquired_at, state, ending, ended_at,
                         is_history)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (cycle_id) do update set state = excluded.state, ending = excluded.ending,
        ended_at = excluded.ended_at""";
  private static final String TOUCHPOINT =
      """
      insert into touchpoint (submission_id, lead_id, number, opens_lead, source, campaign,
                              arrived_at, known, state, cycle_id, is_visit)
      values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
      on conflict (submission_id) do update set state = excluded.state,
        cycle_id = excluded.cycle_id""";
  private static final String DECISION =
      """
      insert into decision (decision_id, lead_id, cycle_id, because_of, opens_cycle, source,
                            campaign, criteria_set, criteria_version, result, grade, receipt,
                            decided_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";

  private final PreparedStatement leads;
  private final PreparedStatement cycles;
  private final PreparedStatement touchpoints;
  private final PreparedStatement decisions;

  LeadWriter(Connection connection) throws SQLException {
    leads = connection.prepareStatement(LEAD);
    cycles = connection.prepareStatement(CYCLE);
    touchpoints = connection.prepareStatement(TOUCHPOINT);
    decisions = connection.prepareStatement(DECISION);
  }

  /** Nothing is written of a lead that never had a cycle. */
  void add(Lead lead) throws SQLException {
    if (lead.latest() == null) {
      return;
    }
    leads.setObject(1, lead.id());
    leads.setString(2, StoredJson.write(lead.known()));
    leads.setInt(3, lead.touchpoints());
    leads.setObject(4, lead.latest().id());
    leads.setObject(5, offset(lead.erasedAt()));
    leads.setObject(6, offset(lead.mergedAt()));
    leads.setObject(7, offset(lead.heardAt()));
    leads.addBatch();
    for (Cycle cycle : lead.changedCycles()) {
      add(lead.id(), cycle);
    }
    for (Touchpoint touchpoint : lead.changedTouchpoints()) {
      add(lead.id(), touchpoint);
    }
  }

  private void add(UUID leadId, Cycle cycle) throws SQLException {
    cycles.setObject(1, cycle.id());
    cycles.setObject(2, leadId);
    cycles.setString(3, cycle.source());
    cycles.setString(4, cycle.campaign());
    cycles.setObject(5, offset(cycle.inquiredAt()));
    cycles.setString(6, cycle.state().name());
    cycles.setString(7, cycle.ending() == null ? null : cycle.ending().name());
    cycles.setObject(8, offset(cycle.endedAt()));
    cycles.setBoolean(9, cycle.history());
    cycles.addBatch();
  }

  private void add(UUID leadId, Touchpoint touchpoint) throws SQLException {
    touchpoints.setObject(1, touchpoint.submissionId());
    touchpoints.setObject(2, leadId);
    touchpoints.setInt(3, touchpoint.number());
    touchpoints.setBoolean(4, touchpoint.opensLead());
    touchpoints.setString(5, touchpoint.source());
    touchpoints.setString(6, touchpoint.campaign());
    touchpoints.setObject(7, offset(touchpoint.arrivedAt()));
    touchpoints.setString(8, StoredJson.write(touchpoint.known()));
    touchpoints.setString(9, touchpoint.state().name());
    touchpoints.setObject(10, touchpoint.cycleId());
    touchpoints.setBoolean(11, touchpoint.isVisit());
    touchpoints.addBatch();
  }

  void add(DecisionRecord decision) throws SQLException {
    decisions.setObject(1, decision.decisionId());
    decisions.setObject(2, decision.leadId());
    decisions.setObject(3, decision.cycleId());
    decisions.setObject(4, decision.receipt().becauseOf());
    decisions.setBoolean(5, decision.opensCycle());
    decisions.setString(6, decision.source());
    decisions.setString(7, decision.campaign());
    decisions.setString(8, decision.receipt().criteriaSet());
    decisions.setInt(9, decision.receipt().version());
    decisions.setString(10, decision.result().name());
    decisions.setString(11, decision.grade() == null ? null : decision.grade().name());
    decisions.setString(12, StoredJson.write((Object) decision.receipt()));
    decisions.setObject(13, offset(decision.decidedAt()));
    decisions.addBatch();
  }

  void write() throws SQLException {
    leads.executeBatch();
    cycles.executeBatch();
    touchpoints.executeBatch();
    decisions.executeBatch();
  }

  @Override
  public void close() throws SQLException {
    leads.close();
    cycles.close();
    touchpoints.close();
    decisions.close();
  }
}
