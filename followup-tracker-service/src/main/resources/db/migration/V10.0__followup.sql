-- Everything that was read and everything that was said, one row each: the record of a lead.
create table fact (
  id          bigint      generated always as identity primary key,
  subject     uuid        not null, -- lead, submission or rep
  cycle_id    uuid,
  topic       text        not null,
  type        text        not null,
  event_id    uuid        not null,
  at          timestamptz not null,
  recorded_at timestamptz not null,
  data        jsonb       not null
);
create index fact_subject on fact (subject);
-- The balance is read by day; facts come roughly in the order of time, so that a few kilobytes do.
create index fact_at on fact using brin (at) with (autosummarize = on);

create table rep (
  rep_id  uuid   primary key,
  version bigint not null,
  data    jsonb  not null
);
create table rep_external_id (
  system      text not null,
  external_id text not null,
  rep_id      uuid not null,
  primary key (system, external_id)
);
create index rep_external_id_rep on rep_external_id (rep_id);

-- One journey of a lead through the stages.
create table cycle (
  cycle_id    uuid        primary key,
  lead_id     uuid        not null,
  source      text        not null,
  campaign    text,
  opened_at   timestamptz not null,
  decision    text        not null, -- NONE, QUALIFIED, NURTURED, DISQUALIFIED
  decision_id uuid,
  routing     text        not null, -- NONE, HELD, ASSIGNED, RELEASED
  state       text        not null
);
create index cycle_lead on cycle (lead_id);
create index cycle_open on cycle (state) where state in ('DECIDING', 'ROUTING', 'HELD', 'ASSIGNED', 'ACCEPTED', 'TOUCHED');
create index cycle_opened on cycle (opened_at);

create table assignment (
  assignment_id  uuid        primary key,
  cycle_id       uuid        not null,
  lead_id        uuid        not null,
  rep_id         uuid        not null,
  assigned_at    timestamptz not null,
  released_at    timestamptz,
  accepted_at    timestamptz, -- what engagement amounted to when it was last looked at
  first_touch_at timestamptz,
  closed_at      timestamptz,
  closed_by      text
);
create index assignment_lead on assignment (lead_id);

-- What an owner owes, and by when.
create table commitment (
  assignment_id uuid        not null,
  kind          text        not null, -- ACCEPTANCE, FIRST_TOUCH
  lead_id       uuid        not null,
  warn_at       timestamptz not null,
  due_at        timestamptz not null,
  state         text        not null, -- OPEN, MET, BREACHED, ENDED
  warned        boolean     not null,
  fired         boolean     not null, -- the deadline passed and nothing was known
  withdrawn     boolean     not null, -- and then it turned out to have been met in time
  met_at        timestamptz,
  next_at       timestamptz not null, -- when the clock has to look at it next
  primary key (assignment_id, kind)
);
create index commitment_lead on commitment (lead_id);
create index commitment_next on commitment (next_at) where state = 'OPEN';

create table activity (
  source      text        not null,
  activity_id text        not null,
  lead_id     uuid        not null,
  rep_id      uuid        not null,
  type        text        not null,
  direction   text        not null,
  disposition text,
  reason      text,
  reason_code text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (source, activity_id, lead_id)
);
create index activity_lead on activity (lead_id);
