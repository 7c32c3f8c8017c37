-- The roster. The version grows with each change that is made to it, never with counters.
create table rep (
  rep_id        uuid        primary key,
  version       bigint      not null,
  name          text        not null,
  team          text,
  manager_id    uuid,
  zone          text        not null,
  working_hours text        not null, -- JSON
  absences      text        not null, -- JSON
  active        boolean     not null,
  capacity      integer     not null check (capacity between 0 and 1000),
  daily_cap     integer     check (daily_cap between 0 and 1000),
  updated_at    timestamptz not null
);

create table rep_external_id (
  system      text not null,
  external_id text not null,
  rep_id      uuid not null references rep,
  primary key (system, external_id),
  unique (rep_id, system)
);

-- A pool of reps. Whoever assigns locks its row first, and then the seats.
create table pool (
  name text   primary key,
  turn bigint not null default 0 -- number of the last turn taken
);
insert into pool (name) values ('default');

-- A rep's place in the turn, and counters, so that no assignment ever counts leads.
create table seat (
  rep_id     uuid    primary key references rep,
  pool       text    not null references pool,
  last_turn  bigint  not null,
  open_leads integer not null default 0 check (open_leads >= 0),
  given_on   date,                       -- a day in the zone of the rep
  given      integer not null default 0  -- leads given on that day
) with (fillfactor = 50);

create table assignment (
  assignment_id uuid        primary key,
  lead_id       uuid        not null,
  cycle_id      uuid        not null,
  decision_id   uuid        not null,
  rep_id        uuid        not null,
  rep_version   bigint      not null,
  pool          text        not null,
  attempt       integer     not null,
  cause         text        not null,
  source        text        not null,
  campaign      text,
  reasons       jsonb       not null,
  considered    jsonb       not null,
  assigned_at   timestamptz not null,
  released_at   timestamptz,
  release_cause text,
  check ((released_at is null) = (release_cause is null)),
  unique (cycle_id, attempt)
) with (fillfactor = 90);
-- One owner at a time.
create unique index assignment_open on assignment (cycle_id) where released_at is null;
create index assignment_lead on assignment (lead_id, assignment_id desc);

-- Leads that wait because nobody fits, first come, first served.
create table held (
  place          bigint      generated always as identity primary key,
  cycle_id       uuid        not null unique,
  lead_id        uuid        not null,
  decision_id    uuid        not null,
  pool           text        not null,
  reason         text        not null,
  source         text        not null,
  campaign       text,
  considered     jsonb       not null,
  held_since     timestamptz not null,
  correlation_id uuid        not null
);
create index held_place on held (pool, place);
create index held_reason on held (pool, reason, place);
