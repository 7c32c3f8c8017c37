-- A cycle is written with each stage that it comes to. With its state in no index, and room on its page,
-- that is one row and no entries of indexes.
alter table cycle
  add column is_open boolean not null generated always as
    (state in ('DECIDING', 'ROUTING', 'HELD', 'ASSIGNED', 'ACCEPTED', 'TOUCHED', 'CONVERTED')) stored;
drop index cycle_open;
create index cycle_open on cycle (cycle_id) where is_open;
drop index cycle_opened;
create index cycle_opened on cycle using brin (opened_at) with (autosummarize = on);
alter table cycle set (fillfactor = 60);

-- What is owed about a lead is found by its cycles and assignments.
drop index commitment_lead;
