-- Every number, computed from the facts alone: what the services and the systems of Sales said, and what
-- the tracker said of deadlines. Written to the definitions and not to the code that keeps the live
-- numbers, and in no part shared with it.
with received as (
  select (data ->> 'cycleId')::uuid as cycle_id, subject as lead_id, data ->> 'source' as source,
         data ->> 'campaign' as campaign, at as arrived_at,
         coalesce((data ->> 'history')::boolean, false) as is_history
    from fact where type = 'baton.lead.received.v1'
), qualified as (
  select distinct on (cycle_id) cycle_id, subject as lead_id, at as qualified_at,
         data ->> 'grade' as grade, data ->> 'source' as source, data ->> 'campaign' as campaign,
         regexp_replace(data ->> 'inquiredAt', '(\.\d{6})\d+', '\1')::timestamptz as inquired_at, (data ->> 'opensCycle')::boolean as opens
    from fact where type = 'baton.lead.qualified.v1'
   order by cycle_id, id
), cycles as (
  select r.cycle_id, r.lead_id, r.source, r.campaign, r.arrived_at, q.qualified_at, q.grade
    from received r left join qualified q using (cycle_id) where not r.is_history
   union all
  select cycle_id, lead_id, source, campaign, inquired_at, qualified_at, grade from qualified where opens
   union all
  select cycle_id, subject, data ->> 'source', data ->> 'campaign',
         regexp_replace(data ->> 'inquiredAt', '(\.\d{6})\d+', '\1')::timestamptz, null, null
    from fact
   where type in ('baton.lead.nurtured.v1', 'baton.lead.disqualified.v1')
     and (data ->> 'opensCycle')::boolean
), leads as (
  select lead_id, min(arrived_at) as since from received group by lead_id
), released as (
  select distinct on (1) (data ->> 'assignmentId')::uuid as assignment_id, at,
         data ->> 'cause' as cause
    from fact where type = 'baton.lead.released.v1'
   order by 1, id
), erased as (
  select subject as lead_id, min(at) as at from fact where type = 'baton.lead.erased.v1' group by 1
), closings as (
  select distinct on (1) (data ->> 'assignmentId')::uuid as assignment_id, at,
         case type when 'baton.followup.rejected.v1' then 'REJECTED'
                   when 'baton.followup.converted.v1' then 'CONVERTED'
                   else 'OTHER' end as outcome,
         concat_ws('/', data ->> 'reason', data ->> 'code') as code
    from fact
   where type in ('baton.followup.rejected.v1', 'baton.followup.disqualified.v1',
                  'baton.followup.recycled.v1', 'baton.followup.converted.v1')
   order by 1, id
), deals as (
  select distinct on (1) (data ->> 'assignmentId')::uuid as assignment_id, at,
         case type when 'baton.followup.won.v1' then 'WON' else 'LOST' end as outcome
    from fact where type in ('baton.followup.won.v1', 'baton.followup.lost.v1')
   order by 1, id
), assignments as (
  select (f.data ->> 'assignmentId')::uuid as assignment_id, f.cycle_id, f.subject as lead_id,
         (f.data ->> 'repId')::uuid as rep_id, (f.data ->> 'repVersion')::bigint as rep_version,
         f.data ->> 'team' as team, f.at as assigned_at, c.source, c.campaign, c.grade, c.arrived_at,
         closing.outcome as closed_by, closing.code as closing_code, closing.at as closed_at,
         deal.outcome as dealt_by, deal.at as dealt_at,
         coalesce(closing.at, d.at,
                  case when lost.at is null or r.at < lost.at then r.at end,
                  'infinity') as until
    from fact f
    join cycles c on c.cycle_id = f.cycle_id
    left join released r on r.assignment_id = (f.data ->> 'assignmentId')::uuid
    left join closings closing on closing.assignment_id = (f.data ->> 'assignmentId')::uuid
    left join deals deal on deal.assignment_id = (f.data ->> 'assignmentId')::uuid
    left join deals d on d.assignment_id = (f.data ->> 'assignmentId')::uuid and closing.at is null
    left join erased e on e.lead_id = f.subject
    cross join lateral
         (select least(e.at, min(s.at)) as at from fact s
           where s.subject = f.subject and s.type = 'baton.lead.superseded.v1'
             and s.at >= c.arrived_at) lost
   where f.type = 'baton.lead.assigned.v1'
), claims as (
  select c.key as system, c.value as external_id, f.subject as rep_id,
         (f.data ->> 'updatedAt')::timestamptz as since
    from fact f, jsonb_each_text(coalesce(f.data -> 'externalIds', '{}')) c
   where f.type = 'baton.rep.v1'
), told as (
  select id, subject as lead_id, at, data ->> 'type' as type,
         coalesce(data ->> 'direction', 'OUTBOUND') = 'OUTBOUND' as outbound,
         data ->> 'disposition' as disposition, (data ->> 'repId')::uuid as rep_id,
         data ->> 'source' as system, data ->> 'externalRepId' as external_id
    from fact where type = 'baton.activity.v1' and data ->> 'flag' is null
), claimed as (
  select distinct on (t.id) t.id, c.rep_id
    from told t join claims c using (system, external_id)
   where t.rep_id is null
   order by t.id, c.since <= t.at desc, abs(extract(epoch from c.since - t.at)), c.rep_id
), activities as (
  select t.lead_id, t.at, t.type, t.outbound, t.disposition, coalesce(t.rep_id, c.rep_id) as rep_id
    from told t left join claimed c using (id)
), done as (
  select a.assignment_id,
         min(did.at) filter (
           where did.outbound and did.type in ('CALL', 'EMAIL', 'MEETING')) as touched_at,
         min(did.at) filter (
           where did.outbound and did.type in ('CALL', 'EMAIL', 'MEETING')
              or did.disposition <> 'REJECTED') as accepted_at
    from assignments a
    join activities did
      on did.lead_id = a.lead_id and did.rep_id = a.rep_id and did.at >= a.assigned_at
     and did.at <= a.until
   group by a.assignment_id
), stretches as (
  select distinct f.subject as rep_id, (f.data ->> 'version')::bigint as rep_version,
         (i ->> 0)::timestamptz as from_at, (i ->> 1)::timestamptz as to_at
    from fact f, jsonb_array_elements(f.data -> 'intervals') i
   where f.type = 'tracker.calendar.v1'
), worked as (
  select a.assignment_id,
         coalesce(sum(extract(epoch from least(s.to_at, d.touched_at)
                                         - greatest(s.from_at, a.assigned_at)) * 1000)
                  filter (where s.to_at > a.assigned_at), 0) as since_assignment,
         coalesce(sum(extract(epoch from least(s.to_at, d.touched_at)
                                         - greatest(s.from_at, a.arrived_at)) * 1000)
                  filter (where s.to_at > a.arrived_at), 0) as since_arrival
    from assignments a
    join done d on d.assignment_id = a.assignment_id and d.touched_at is not null
    left join stretches s
      on s.rep_id = a.rep_id and s.rep_version = a.rep_version
     and s.from_at < d.touched_at and s.to_at > least(a.arrived_at, a.assigned_at)
   group by a.assignment_id
), missed as (
  select cycle_id, data ->> 'commitment' as commitment, (data ->> 'dueAt')::timestamptz as due_at,
         case when data ->> 'commitment' <> 'FOLLOW_UP'
              then (data ->> 'assignmentId')::uuid end as assignment_id,
         case type when 'baton.followup.no-engagement.v1' then 1 else -1 end as times
    from fact
   where type in ('baton.followup.no-engagement.v1', 'baton.followup.breach-withdrawn.v1')
), standing as (
  select cycle_id, commitment, assignment_id from missed
   group by cycle_id, commitment, assignment_id, due_at
  having sum(times) > 0
), late as (
  select assignment_id, bool_or(commitment = 'ACCEPTANCE') as acceptance,
         bool_or(commitment = 'FIRST_TOUCH') as touch
    from standing group by assignment_id
), silent as (
  select distinct cycle_id from standing where commitment in ('FIRST_TOUCH', 'FOLLOW_UP')
), owners as (
  select a.*, d.touched_at, d.accepted_at, w.since_assignment, w.since_arrival,
         coalesce(l.acceptance, false) as late_acceptance, coalesce(l.touch, false) as late_touch
    from assignments a
    left join done d using (assignment_id)
    left join worked w using (assignment_id)
    left join late l using (assignment_id)
), story as (
  select c.*,
         bool_or(o.assignment_id is not null) as assigned,
         bool_or(o.accepted_at is not null) as accepted,
         bool_or(o.touched_at is not null) as touched,
         bool_or(o.closed_by = 'CONVERTED') as converted,
         bool_or(o.dealt_by = 'WON') as won,
         bool_or(o.dealt_by = 'LOST') as lost,
         bool_or(s.cycle_id is not null) as silent
    from cycles c
    left join owners o on o.cycle_id = c.cycle_id
    left join silent s on s.cycle_id = c.cycle_id
   group by c.cycle_id, c.lead_id, c.source, c.campaign, c.arrived_at, c.qualified_at, c.grade
), speeds as (
  select distinct on (o.cycle_id) o.*
    from owners o where o.touched_at is not null
   order by o.cycle_id, o.touched_at, o.assigned_at
), counted as (
  select m.measure, arrived_at as at, null::uuid as rep_id, null as team, source, campaign, grade,
         null as code, null::numeric as millis
    from story,
         lateral (values ('INQUIRED', true), ('INQUIRED_MQL', qualified_at is not null),
                         ('INQUIRED_ASSIGNED', assigned), ('INQUIRED_SAL', accepted),
                         ('INQUIRED_TOUCHED', touched), ('INQUIRED_SQL', converted),
                         ('INQUIRED_WON', won), ('INQUIRED_LOST', lost)) m (measure, counts)
   where m.counts
   union all
  select m.measure, qualified_at, null, null, source, campaign, grade, null, null
    from story,
         lateral (values ('QUALIFIED', true), ('QUALIFIED_ACCEPTED', accepted),
                         ('QUALIFIED_TOUCHED', touched),
                         ('QUALIFIED_IGNORED', silent and touched is not true)) m (measure, counts)
   where qualified_at is not null and m.counts
   union all
  select m.measure, arrived_at, rep_id, team, source, campaign, grade, null, m.millis
    from speeds,
         lateral (values ('SPEED_TO_LEAD', extract(epoch from touched_at - arrived_at) * 1000),
                         ('SPEED_TO_LEAD_WORKING', since_arrival)) m (measure, millis)
   union all
  select m.measure, assigned_at, rep_id, team, source, campaign, grade, m.code, null
    from owners,
         lateral (values ('ASSIGNED', null, true),
                         ('ACCEPTED', null, accepted_at is not null),
                         ('REJECTED', closing_code, closed_by = 'REJECTED'),
                         ('TOUCHED', null, touched_at is not null),
                         ('IGNORED', null, touched_at is null and late_touch),
                         ('BREACHED', 'ACCEPTANCE', late_acceptance),
                         ('BREACHED', 'FIRST_TOUCH', late_touch),
                         ('BREACHED_ANY', null, late_acceptance or late_touch),
                         ('CONVERTED', null, closed_by = 'CONVERTED'),
                         ('WON', null, dealt_by = 'WON'),
                         ('LOST', null, dealt_by = 'LOST')) m (measure, code, counts)
   where m.counts
   union all
  select m.measure, assigned_at, rep_id, team, source, campaign, grade, null, m.millis
    from owners,
         lateral (values ('TIME_TO_ACTION', extract(epoch from touched_at - assigned_at) * 1000),
                         ('TIME_TO_ACTION_WORKING', since_assignment)) m (measure, millis)
   where touched_at is not null
), bucketed as (
  -- Up to 64 ms each value has a bucket of its own; above, each doubling has 32.
  select measure, date_trunc('hour', at, 'UTC') as hour, rep_id, team, source, campaign, grade, code,
         case when millis is null then null
              when millis < 64 then floor(greatest(millis, 0))::integer
              else (32 * (bits - 6) + floor(least(millis, 1099511627775) / (2::numeric ^ (bits - 6))))::integer
         end as bucket
    from counted,
         lateral (select length(ltrim(floor(least(greatest(millis, 1), 1099511627775))::bigint::bit(64)::text,
                                      '0')) as bits) b
)
select measure, hour, rep_id, team, source, campaign, grade, code, bucket, count(*) as amount
  from bucketed
 group by measure, hour, rep_id, team, source, campaign, grade, code, bucket
