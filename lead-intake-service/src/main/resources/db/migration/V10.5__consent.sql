-- What somebody said about being contacted: appended, never changed, erased with the lead.
create table consent (
  id            uuid        primary key,
  lead_id       uuid        not null,
  submission_id uuid,       -- null where it came alone
  dedup         bytea,      -- SHA-256 of the Idempotency-Key of what came alone
  purpose       text        not null,
  granted       boolean     not null,
  wording       text,
  mechanism     text,
  at            timestamptz, -- by the clock of whoever says it
  recorded_at   timestamptz not null,
  unique (lead_id, dedup)
);
create index consent_lead on consent (lead_id, id);
