package baton.followup.commitment;

import baton.eventlog.conformance.LogDatabase;

/** Leads of the past as rows: each assigned to somebody, touched, and silent at no deadline. */
final class ManyLeads {

  private ManyLeads() {}

  /** Stores so many; about a tenth is open still. */
  static void store(LogDatabase db, int leads) {
    db.execute("drop table if exists past");
    db.execute(
        """
        create table past as
        select gen_random_uuid() as lead, gen_random_uuid() as cycle, gen_random_uuid() as given,
               gen_random_uuid() as rep, n %% 10 = 0 as open,
               timestamptz '2024-01-01Z' + n * interval '1 minute' as at
          from generate_series(1, %d) n"""
            .formatted(leads));
    db.execute("insert into subject (id, last_sequence) select lead, 3 from past");
    db.execute(
        """
        insert into position (subject, topic, sequence)
        select lead, topic, 1 from past,
               unnest(array['baton.intake', 'baton.qualification', 'baton.routing']) topic""");
    db.execute(
        """
        insert into cycle (cycle_id, lead_id, source, campaign, opened_at, inquired_at, decision,
                           decision_id, qualified_at, grade, routing, state)
        select cycle, lead, 'api', 'spring', at, at, 'QUALIFIED', gen_random_uuid(), at, 'A',
               'ASSIGNED', case when open then 'TOUCHED' else 'RECYCLED' end from past""");
    db.execute(
        """
        insert into assignment (assignment_id, cycle_id, lead_id, rep_id, rep_version, pool,
                                assigned_at, released_at, release_cause, accepted_at, first_touch_at)
        select given, cycle, lead, rep, 1, 'all', at, case when open then null else at end,
               case when open then null else 'RECYCLED' end, at, at from past""");
    db.execute(
        """
        insert into commitment (holder_id, kind, checkpoint, cycle_id, lead_id, rep_id, warn_at,
                                due_at, state, warned, fired, withdrawn, met_at, next_at)
        select case kind when 'FOLLOW_UP' then cycle else given end, kind, point, cycle, lead,
               case kind when 'FOLLOW_UP' then null else rep end, at, at, 'MET', false, false, false,
               at, at
          from past, (values ('ACCEPTANCE', 0), ('FIRST_TOUCH', 0), ('FOLLOW_UP', 1),
                             ('FOLLOW_UP', 2)) owed (kind, point)""");
    db.execute(
        """
        insert into activity (source, activity_id, lead_id, external_rep_id, type, direction,
                              occurred_at, recorded_at)
        select 'crm', lead::text, lead, 'sam-' || rep, 'CALL', 'OUTBOUND', at, at from past""");
    db.execute(
        """
        insert into fact (subject, cycle_id, topic, type, event_id, at, recorded_at, data)
        select lead, cycle, 'baton.intake', type, gen_random_uuid(), at, at,
               jsonb_build_object('leadId', lead, 'cycleId', cycle, 'source', 'api', 'text',
                                  repeat('x', 300))
          from past, unnest(array['a', 'b', 'c', 'd', 'e', 'f']) type""");
    db.execute(
        """
        insert into metric_delta (measure, hour, rep_id, source, campaign, grade, happened, recorded,
                                  amount)
        select measure, date_trunc('hour', at), rep, 'api', 'spring', 'A', date_trunc('hour', at),
               date_trunc('hour', at), 1
          from past, unnest(array['INQUIRED', 'QUALIFIED', 'ASSIGNED', 'ACCEPTED', 'TOUCHED']) measure""");
    db.execute(
        """
        insert into counted_cycle (cycle_id, story)
        select cycle, jsonb_build_object('source', 'api', 'text', repeat('x', 400)) from past""");
    db.execute("drop table past");
    db.execute("vacuum analyze");
  }
}
