-- A lead that turned out to be another one, and what that one came to know with it.
create table merged_lead (
  lead_id         uuid        not null,
  merged_at       timestamptz not null,
  survivor_id     uuid        not null,
  known           jsonb       not null, -- of the lead then
  touchpoints     integer     not null, -- that it had had
  survivor_before jsonb,      -- known of the survivor
  adopted         jsonb,      -- known of the survivor afterwards; null until it has read of the merge
  adopted_after   integer,    -- touchpoints that the survivor had had
  primary key (lead_id, merged_at)
);
create index merged_lead_survivor on merged_lead (survivor_id);

-- When a lead last turned out to be another one, or another one to be it.
alter table lead add column merged_at timestamptz;

alter table cycle drop constraint cycle_state_check, add constraint cycle_state_check
  check (state in ('OPEN', 'CONVERTED', 'NURTURED', 'DISQUALIFIED', 'WON', 'LOST', 'ERASED', 'MERGED'));
alter table cycle drop constraint cycle_ending_check, add constraint cycle_ending_check
  check (ending in ('REJECTED', 'RECYCLED', 'DISQUALIFIED', 'WON', 'LOST', 'ERASED', 'MERGED'));
