-- The event log: outbox and history in one. Rows are inserted and never changed.

-- One row a subject (lead, submission, rep): its lock, and the number of events published about it.
create table subject (
  id            uuid   primary key,
  last_sequence bigint not null default 0
) with (fillfactor = 80);

create table event (
  -- CACHE 1: within a subject, whose row is locked, the order of ids is the order of commits.
  id             bigint      generated always as identity (cache 1) primary key,
  xid            xid8        not null default pg_current_xact_id(),
  event_id       uuid        not null,
  topic          text        not null,
  subject        uuid        not null,
  sequence       bigint,     -- null on compacted topics, whose records carry a version instead
  type           text        not null,
  payload        bytea,      -- null where the relay reads the current state when it sends
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  correlation_id uuid        not null,
  causation_id   uuid,
  traceparent    text
);
create index event_xid on event (xid);

-- How far the relay has come: every row visible in `previous` is sent, and of those that became
-- visible up to `target` the ones up to `last_id`.
create table relay_cursor (
  only_row          boolean     primary key default true check (only_row),
  system_identifier bigint      not null,
  timeline          integer     not null,
  broker_cluster    text,
  previous          pg_snapshot not null,
  target            pg_snapshot not null,
  last_id           bigint      not null,
  replay_from       bigint      -- asked for: everything after this id is sent again
);

-- The inbox: the last event applied, by subject and topic.
create table position (
  subject  uuid   not null,
  topic    text   not null,
  sequence bigint not null,
  primary key (subject, topic)
) with (fillfactor = 80);

-- Events that came early: behind a gap, or before what they build on.
create table waiting (
  id             bigint      generated always as identity primary key,
  topic          text        not null,
  subject        uuid        not null,
  sequence       bigint,
  prerequisite   text,       -- null: waits for the events of its own subject before it
  event_id       uuid        not null,
  type           text        not null,
  payload        bytea,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz,
  correlation_id uuid,
  causation_id   uuid,
  traceparent    text,
  since          timestamptz not null,
  unique (subject, topic, event_id)
);
create index waiting_prerequisite on waiting (prerequisite) where prerequisite is not null;

-- Events that could not be applied, with the cause, until a person replays or discards them.
create table parked (
  id             uuid        primary key,
  digest         bytea       not null unique, -- of the whole record: a record parks once
  topic          text        not null,
  subject        uuid,       -- null where not even the headers could be read
  sequence       bigint,
  event_id       uuid,
  type           text,
  payload        bytea,
  occurred_at    timestamptz,
  recorded_at    timestamptz,
  correlation_id uuid,
  causation_id   uuid,
  traceparent    text,
  cause          text        not null,
  parked_at      timestamptz not null,
  resolved_at    timestamptz,
  resolution     text        check (resolution in ('REPLAYED', 'DISCARDED'))
);
create index parked_open on parked (subject) where resolved_at is null;

-- How far each partition has been read, all instances together: written with what was read.
create table read_position (
  topic       text    not null,
  partition   integer not null,
  next_offset bigint  not null,
  primary key (topic, partition)
);
