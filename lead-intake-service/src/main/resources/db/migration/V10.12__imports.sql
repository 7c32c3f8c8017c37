-- Lists: uploaded, looked at, and written row by row.
create table import (
  id           uuid        primary key,
  source       text        not null references source (id),
  name         text        not null,
  dedup        bytea       not null unique, -- SHA-256 of the Idempotency-Key
  content_hash bytea,      -- SHA-256 of the file; null while it is being uploaded
  state        text        not null,
  encoding     text,
  delimiter    text,
  columns      jsonb,      -- names, in their order
  kind         text,       -- INQUIRIES, HISTORY; null until somebody says
  campaign     text,       -- credited where a row names none
  mapping      jsonb,      -- what each column means; null until somebody says
  bytes        bigint      not null default 0,
  rows         bigint      not null default 0,
  rows_done    bigint      not null default 0,
  new_leads    bigint      not null default 0,
  touchpoints  bigint      not null default 0,
  duplicates   bigint      not null default 0,
  quarantined  bigint      not null default 0,
  erased       bigint      not null default 0,
  dry_run      jsonb,      -- what would become of the rows looked at so far
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  started_at   timestamptz,
  ended_at     timestamptz
) with (fillfactor = 70);
create index import_busy on import (changed_at) where state in ('CHECKING', 'RUNNING');

-- The rows of a list that are not written yet, some hundred together; they tell of persons.
create table import_block (
  import_id uuid   not null references import (id) on delete cascade,
  first_row bigint not null,
  rows      bytea  not null,
  primary key (import_id, first_row)
);
alter table import_block alter column rows set storage external;

-- What a dry run has come across, as SHA-256; lost in a crash, after which it begins anew.
create unlogged table import_seen (
  run    uuid  not null,
  digest bytea not null,
  primary key (run, digest)
);

alter table receipt
  add column import_id  uuid,
  add column row_number bigint;
-- A row of a list ends as something once.
create unique index receipt_import on receipt (import_id, row_number) where import_id is not null;
create index receipt_import_quarantined on receipt (import_id, row_number)
 where import_id is not null and outcome = 'QUARANTINED';

-- What nobody but history says gives way to what the person says.
alter table profile add column of_history boolean not null default false;
alter table consent add column of_history boolean not null default false;
