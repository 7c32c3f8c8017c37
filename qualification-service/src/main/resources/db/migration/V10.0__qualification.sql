-- What is known of each lead, and its latest cycle. Nothing here tells who it is.
create table lead (
  lead_id      uuid    primary key,
  facts        jsonb   not null, -- by path, such as "email.kind"; newer ones replace older ones
  touchpoints  integer not null,
  latest_cycle uuid    not null
) with (fillfactor = 80);

-- One journey of a lead through the stages; its id is that of the submission that opened it.
create table cycle (
  cycle_id    uuid        primary key,
  lead_id     uuid        not null,
  source      text        not null,
  campaign    text,
  inquired_at timestamptz not null,
  state       text        not null check (state in ('OPEN', 'CONVERTED', 'NURTURED', 'DISQUALIFIED')),
  ending      text        check (ending in ('REJECTED', 'RECYCLED', 'DISQUALIFIED')),
  ended_at    timestamptz,
  check ((ending is null) = (ended_at is null))
) with (fillfactor = 80);
create index cycle_lead on cycle (lead_id);
-- Sales has a lead once at a time.
create unique index cycle_with_sales on cycle (lead_id) where state in ('OPEN', 'CONVERTED');

create table touchpoint (
  submission_id uuid        primary key,
  lead_id       uuid        not null,
  number        integer     not null,
  opens_lead    boolean     not null,
  source        text        not null,
  campaign      text,
  arrived_at    timestamptz not null,
  known         jsonb       not null, -- everything known of the lead with this submission
  state         text        not null check (state in ('DECIDED', 'NOTED', 'UNDECIDED')),
  cycle_id      uuid        not null,
  unique (lead_id, number)
) with (fillfactor = 90);
create index touchpoint_undecided on touchpoint (lead_id, number) where state = 'UNDECIDED';

-- Each decision with its receipt: inserted once, never changed.
create table decision (
  decision_id      uuid        primary key,
  lead_id          uuid        not null,
  cycle_id         uuid        not null,
  because_of       uuid        not null unique, -- a submission is decided once
  opens_cycle      boolean     not null,
  source           text        not null,
  campaign         text,
  criteria_set     text        not null,
  criteria_version integer     not null,
  result           text        not null check (result in ('QUALIFIED', 'NURTURED', 'DISQUALIFIED')),
  grade            text        check (grade in ('A', 'B', 'C')),
  receipt          jsonb       not null,
  decided_at       timestamptz not null,
  check ((grade is not null) = (result = 'QUALIFIED'))
);
create index decision_lead on decision (lead_id, decision_id desc);
