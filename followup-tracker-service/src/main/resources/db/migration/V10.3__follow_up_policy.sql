-- What owners owe, when silence is recorded, which reasons there are: one document, each version of
-- which stays.
create table followup_policy (
  version        integer     primary key,
  effective_from timestamptz not null,
  label          text        not null,
  saved_by       text        not null,
  policy         jsonb       not null
);

-- Each version of a rep that was read: deadlines are set by the hours of the version that an
-- assignment names, and stay.
create table rep_version (
  rep_id     uuid        not null,
  version    bigint      not null,
  updated_at timestamptz not null,
  data       jsonb       not null,
  primary key (rep_id, version)
);
insert into rep_version (rep_id, version, updated_at, data)
select rep_id, version, (data ->> 'updatedAt')::timestamptz, data from rep;

-- Which months of which hours are kept as facts of type tracker.calendar.v1.
create table calendar_month (
  rep_id  uuid   not null,
  version bigint not null,
  month   date   not null,
  primary key (rep_id, version, month)
);

-- Who an id in another system means depends on when: every record that named it stays.
alter table rep_external_id drop constraint rep_external_id_pkey;
alter table rep_external_id add primary key (system, external_id, updated_at, rep_id);
drop index rep_external_id_rep;

-- The youngest record that is not younger than the activity; if there is none, the first one.
create function rep_at(of_system text, id text, at timestamptz) returns uuid
  language sql stable parallel safe
return coalesce(
  (select rep_id from rep_external_id
    where system = of_system and external_id = id and updated_at <= at
    order by updated_at desc, rep_id limit 1),
  (select rep_id from rep_external_id
    where system = of_system and external_id = id and updated_at > at
    order by updated_at, rep_id limit 1));

-- Leads to be assessed anew, because it changed whom an id in another system means.
create table lead_to_assess (
  lead_id uuid primary key
);

alter table activity
  alter column rep_id drop not null, -- whom external_rep_id means, rep_at says
  add column external_rep_id text,
  add column flag text; -- why it does not count: FUTURE, BEFORE_LEAD
create index activity_external_rep on activity (source, external_rep_id, occurred_at)
 where external_rep_id is not null;

alter table cycle
  add column inquired_at timestamptz, -- arrival of the submission that it is credited to
  add column is_first boolean not null default true, -- opened by the arrival of the lead
  add column qualified_at timestamptz,
  add column grade text,
  add column held_at timestamptz[] not null default '{}';
update cycle set qualified_at = f.at, grade = f.data ->> 'grade',
       inquired_at = (f.data ->> 'inquiredAt')::timestamptz,
       is_first = not coalesce((f.data ->> 'opensCycle')::boolean, false)
  from fact f
 where f.cycle_id = cycle.cycle_id and f.type = 'baton.lead.qualified.v1';
update cycle set inquired_at = opened_at where is_first and inquired_at is null;
update cycle set held_at = h.at
  from (select cycle_id, array_agg(at order by at) as at from fact
         where type = 'baton.lead.held.v1' group by cycle_id) h
 where h.cycle_id = cycle.cycle_id;
drop index cycle_open;
create index cycle_open on cycle (state)
 where state in ('DECIDING', 'ROUTING', 'HELD', 'ASSIGNED', 'ACCEPTED', 'TOUCHED', 'CONVERTED');

alter table assignment
  add column rep_version bigint not null default 0,
  add column team text,
  add column pool text,
  add column release_cause text,
  add column informed_at timestamptz,
  add column deal_at timestamptz, -- when the opportunity was won or lost, after the conversion
  add column deal_by text;
update assignment set rep_version = (f.data ->> 'repVersion')::bigint, pool = f.data ->> 'pool'
  from fact f
 where f.type = 'baton.lead.assigned.v1' and f.subject = assignment.lead_id
   and (f.data ->> 'assignmentId')::uuid = assignment.assignment_id;
update assignment set release_cause = f.data ->> 'cause'
  from fact f
 where f.type = 'baton.lead.released.v1' and f.subject = assignment.lead_id
   and (f.data ->> 'assignmentId')::uuid = assignment.assignment_id;

-- What is owed: by an owner, or by whoever has the lead.
alter table commitment drop constraint commitment_pkey;
alter table commitment rename column assignment_id to holder_id; -- assignment; FOLLOW_UP: cycle
alter table commitment
  add column checkpoint smallint not null default 0, -- FOLLOW_UP: from 1
  add column cycle_id uuid,
  add column rep_id uuid, -- FOLLOW_UP: null
  add column policy_version integer not null default 1,
  add column ended_at timestamptz;
update commitment set cycle_id = a.cycle_id, rep_id = a.rep_id
  from assignment a where a.assignment_id = commitment.holder_id;
alter table commitment
  alter column cycle_id set not null,
  add primary key (holder_id, kind, checkpoint);
create index commitment_worklist on commitment (state, due_at);
create index commitment_of_rep on commitment (rep_id, state, due_at) where rep_id is not null;
