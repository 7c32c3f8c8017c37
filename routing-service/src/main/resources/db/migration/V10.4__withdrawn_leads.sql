-- A lead is no more for Sales when it was erased, for good, or turned out to be another one: up to then.
alter table erased_lead rename to withdrawn_lead;
alter table withdrawn_lead rename column erased_at to noted_at;
alter table withdrawn_lead add column up_to timestamptz not null default 'infinity';
alter table withdrawn_lead alter column up_to drop default;

-- Arrival of the submission to which it is credited; null of what is older than this column.
alter table assignment add column inquired_at timestamptz;
alter table held add column inquired_at timestamptz;
