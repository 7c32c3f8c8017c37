-- Two leads that turned out to be one person: one stays, the other is a pointer to it.
alter table lead add column merged_into uuid;
create index lead_merged_into on lead (merged_into) where merged_into is not null;

-- Addresses that tell nobody from others, such as info@, and who gave them beside one that does.
create table shared_mailbox (
  address text not null,
  lead_id uuid not null,
  primary key (address, lead_id)
);
create index shared_mailbox_lead on shared_mailbox (lead_id);

-- Whose a key was before it went to the lead that stayed; null if it was always its own.
alter table match_key add column merged_from uuid;

-- What was known of both before, and of the one that stays afterwards; erased with either.
create table lead_merge (
  lead_id         uuid        not null,
  survivor_id     uuid        not null,
  merged_at       timestamptz not null,
  profile         jsonb,
  survivor_before jsonb,
  survivor_after  jsonb,
  primary key (lead_id, survivor_id)
);

-- Of these somebody said that they are two persons.
create table kept_apart (
  one   uuid not null,
  other uuid not null,
  primary key (one, other)
);

-- The lead that this one turned out to be, through any number of merges; itself if it is none.
create function survivor_of(uuid) returns uuid language sql stable as $$
  with recursive chain (id, next) as (
    select l.id, l.merged_into from lead l where l.id = $1
    union all
    select l.id, l.merged_into from chain c join lead l on l.id = c.next)
  select id from chain where next is null
$$;

-- This lead and all that turned out to be it.
create function family_of(uuid) returns setof uuid language sql stable as $$
  with recursive member (id) as (
    select $1
    union
    select l.id from member m join lead l on l.merged_into = m.id)
  select id from member
$$;
