-- Where submissions come from.
create table source (
  id         text        primary key,
  name       text        not null,
  campaign   text,       -- credited where a submission names none
  country    text,       -- taken for phone numbers written without one
  secret     text        not null, -- signs its webhooks
  active     boolean     not null default true,
  created_at timestamptz not null
);
insert into source (id, name, secret, created_at)
values ('api', 'API clients', 'whsec_' || encode(sha256(gen_random_uuid()::text::bytea), 'base64'), now());

-- One row for each submission that was answered with 2xx.
create table receipt (
  id           uuid        primary key,
  source       text        not null,
  campaign     text,
  dedup        bytea       not null, -- SHA-256 of what makes the submission one
  content_hash bytea       not null, -- SHA-256 of the body, to tell a repetition from another request
  outcome      text        not null check (outcome in ('NEW_LEAD', 'TOUCHPOINT', 'DUPLICATE', 'QUARANTINED', 'DISCARDED')),
  reason       text,       -- of a quarantine
  lead_id      uuid,
  duplicate_of uuid,
  media_type   text,
  raw          bytea,      -- as it came; erased with the lead
  arrived_at   timestamptz not null
);
-- Enforced at commit: two instances cannot both take the same submission.
create unique index receipt_once on receipt (source, dedup) where outcome <> 'DUPLICATE';
create index receipt_arrived on receipt (arrived_at);
create index receipt_lead on receipt (lead_id) where lead_id is not null;

create table lead (
  id         uuid        primary key,
  created_at timestamptz not null,
  erased_at  timestamptz
);

-- What tells that two submissions are of one person.
create table match_key (
  kind    text not null, -- EMAIL, PHONE
  value   text not null,
  lead_id uuid not null,
  primary key (kind, value)
);
create index match_key_lead on match_key (lead_id);

-- Contact details as they are now: with the match keys and raw bodies, all that tells who a lead is.
create table profile (
  lead_id     uuid        primary key,
  version     bigint      not null,
  email       text,
  phone       text,
  given_name  text,
  family_name text,
  full_name   text,
  notes       text,
  answers     jsonb,
  title       text,
  company     text,
  country     text,
  updated_at  timestamptz not null
) with (fillfactor = 80);

create table external_identity (
  system      text not null,
  external_id text not null,
  lead_id     uuid not null,
  primary key (system, external_id),
  unique (lead_id, system)
);

-- Tombstones are sent again daily for a week, so that no copy made in between survives.
create table erasure (
  lead_id   uuid        primary key,
  erased_at timestamptz not null,
  resend_at timestamptz
);
create index erasure_resend on erasure (resend_at) where resend_at is not null;

-- The balance is read by day; the log grows in the order of time, so that a few kilobytes do.
create index event_occurred on event using brin (occurred_at) with (autosummarize = on);
create index receipt_quarantined on receipt (id) where outcome = 'QUARANTINED';
