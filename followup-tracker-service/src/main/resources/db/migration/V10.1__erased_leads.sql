-- Leads of which everything that told who they are was deleted. They are owed nothing from then on.
create table erased_lead (
  lead_id   uuid        primary key,
  erased_at timestamptz not null
);
