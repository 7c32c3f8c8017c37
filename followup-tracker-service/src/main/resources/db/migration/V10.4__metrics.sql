-- The numbers, as what was added to each cell when. Only added to; rows of an hour that is over are
-- put together, one for a cell.
create table metric_delta (
  measure  text        not null,
  hour     timestamptz not null, -- of the cohort: when the cycle arrived, was qualified or assigned
  rep_id   uuid,
  team     text,
  source   text        not null,
  campaign text,
  grade    text,
  code     text,
  bucket   integer,
  happened timestamptz not null, -- the hour of what changed the number
  recorded timestamptz not null, -- the hour in which that became known
  amount   integer     not null
);
create index metric_delta_hour on metric_delta (measure, hour);
create index metric_delta_recorded on metric_delta using brin (recorded) with (autosummarize = on);

-- Up to which hour of recording rows were put together.
create table metric_compaction (
  only_row boolean     primary key default true check (only_row),
  until    timestamptz not null
);

-- What was counted of each cycle, so that it can be taken out of the numbers again.
create table counted_cycle (
  cycle_id uuid  primary key,
  story    jsonb not null
) with (fillfactor = 70);

-- What was known before there were numbers is counted by whoever looks after deadlines.
insert into lead_to_assess (lead_id) select distinct lead_id from cycle on conflict do nothing;
