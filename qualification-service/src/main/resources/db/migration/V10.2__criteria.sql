-- Sets of criteria. A version is inserted once and never changed: receipts name it.
create table criteria_version (
  set_id        text        not null,
  version       integer     not null check (version >= 1),
  definition    jsonb       not null,
  item_versions jsonb       not null, -- version of each criterion, by id
  saved_at      timestamptz not null,
  saved_by      text        not null, -- name of the key
  primary key (set_id, version)
);

-- Which version decides, and which ones did before: the last row counts.
create table criteria_in_force (
  id      bigint      generated always as identity primary key,
  set_id  text        not null,
  version integer     not null,
  since   timestamptz not null,
  put_by  text        not null,
  foreign key (set_id, version) references criteria_version
);

alter table cycle drop constraint cycle_state_check, add constraint cycle_state_check
  check (state in ('OPEN', 'CONVERTED', 'NURTURED', 'DISQUALIFIED', 'WON', 'LOST', 'ERASED'));
alter table cycle drop constraint cycle_ending_check, add constraint cycle_ending_check
  check (ending in ('REJECTED', 'RECYCLED', 'DISQUALIFIED', 'WON', 'LOST', 'ERASED'));
