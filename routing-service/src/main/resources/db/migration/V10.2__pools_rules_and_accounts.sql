-- Turns belong to pools, counters to reps: a rep can be in several pools.
create table rep_load (
  rep_id     uuid    primary key references rep,
  open_leads integer not null default 0 check (open_leads >= 0),
  given_on   date,                       -- a day in the zone of the rep
  given      integer not null default 0  -- leads given on that day
) with (fillfactor = 50);
insert into rep_load select rep_id, open_leads, given_on, given from seat;

alter table seat drop constraint seat_pkey;
alter table seat drop column open_leads, drop column given_on, drop column given;
alter table seat add primary key (pool, rep_id);
create index seat_rep on seat (rep_id);
-- Amounts are in 1/232792560 of a turn of weight 1. As nobody has taken one, the number of the last
-- turn decides, as it did before.
alter table seat
  add column weight  integer not null default 1 check (weight between 1 and 100),
  add column pass    bigint  not null default 0, -- place in the turn
  add column credit  bigint  not null default 0, -- turns owed
  add column kept_by text;                       -- why the turn went past last

alter table pool
  add column virtual_time bigint  not null default 0, -- how far the turn has come
  add column strategy     text    not null default 'TURN',
  add column away         text    not null default 'IGNORE_HOURS',
  add column take_back_on text    not null default 'NEVER',
  add column take_back_most integer not null default 0,
  add column head_start_a bigint  not null default 14400, -- seconds
  add column head_start_b bigint  not null default 3600,
  add column head_start_c bigint  not null default 0;

-- What moved a rep in the turn and was no ordinary turn.
create table ledger (
  id            bigint      generated always as identity primary key,
  pool          text        not null,
  rep_id        uuid        not null,
  cause         text        not null,
  kept_by       text,
  pass_before   bigint      not null,
  pass_after    bigint      not null,
  credit_before bigint      not null,
  credit_after  bigint      not null,
  weight        integer     not null,
  assignment_id uuid,
  at            timestamptz not null
);
create index ledger_pool on ledger (pool, id desc);

create table team (
  name       text        primary key,
  manager_id uuid        references rep,
  updated_at timestamptz not null
);
insert into team (name, updated_at)
  select team, min(updated_at) from rep where team is not null group by team;

alter table rep add column email text, add column holidays text;
alter table rep add foreign key (team) references team;
-- The manager of a rep was anything; from here on it is somebody on the roster.
update rep r set manager_id = null
 where manager_id is not null
   and (manager_id = rep_id or not exists (select from rep m where m.rep_id = r.manager_id));
alter table rep add foreign key (manager_id) references rep;
create unique index rep_email on rep (lower(email));
create index rep_manager on rep (manager_id);
create index rep_team on rep (team);

create table routing_rules (
  version  integer     primary key,
  rules    jsonb       not null,
  fallback text        not null,
  saved_at timestamptz not null,
  saved_by text
);
insert into routing_rules (version, rules, fallback, saved_at) values (1, '[]', 'default', now());

create table account (
  account_id uuid        primary key,
  name       text        not null,
  name_key   text        not null,
  domain     text        unique,
  industry   text,
  country    text,
  employees  integer,
  owner_id   uuid        references rep,
  updated_at timestamptz not null
);
create index account_name on account (name_key);
create index account_list on account (name, account_id);
create index account_owner on account (owner_id);

-- route: where the lead goes, and why; selection: who gets it, and why. Both are what the decision
-- was made from, and it can be made again from them.
alter table assignment
  add column team           text,
  add column grade          text,
  add column rule           text,
  add column rules_version  integer,
  add column by_turn        boolean not null default false,
  add column route          jsonb,
  add column selection      jsonb,
  add column escalation     jsonb,
  add column correlation_id uuid,
  add column touched_at     timestamptz, -- first touch by the owner
  add column request_key    bytea,       -- of a person who assigned it
  add column request_digest bytea,
  alter column considered drop not null;
create unique index assignment_request on assignment (request_key) where request_key is not null;

alter table held
  add column grade         text,
  add column rule          text,
  add column rules_version integer,
  add column route         jsonb,
  add column selection     jsonb,
  add column priority_at   timestamptz,
  alter column considered drop not null;
update held set priority_at = held_since;
alter table held alter column priority_at set not null;
drop index held_place;
drop index held_reason;
create index held_priority on held (pool, priority_at, place);
create index held_reason on held (pool, reason, priority_at, place);
create index held_list on held (priority_at, place);

-- Somebody who left stays here for the history, takes no leads and is not listed.
alter table rep add column left_at timestamptz;
