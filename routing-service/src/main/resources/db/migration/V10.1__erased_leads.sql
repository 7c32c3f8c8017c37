-- Leads whose identity intake has deleted: nobody gets them any more. Kept forever, since a topic may
-- be read again from its beginning.
create table erased_lead (
  lead_id   uuid        primary key,
  erased_at timestamptz not null
);

create index held_lead on held (lead_id);
