-- Leads that turned out to be others, and each time when. What arrived until then is owed nothing.
create table merged_lead (
  lead_id   uuid        not null,
  merged_at timestamptz not null,
  primary key (lead_id, merged_at)
);
