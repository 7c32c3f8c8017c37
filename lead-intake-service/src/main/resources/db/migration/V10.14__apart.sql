-- Whom a submission names by what tells who it is of, where that is not just the lead that it went to.
create table named_lead (
  submission_id uuid    not null,
  lead_id       uuid    not null, -- as if nobody had ever been merged
  first         boolean not null, -- that one it is of
  primary key (submission_id, lead_id)
);
create index named_lead_lead on named_lead (lead_id);

-- Both sides of a merge, as each would be known without it. Has the columns of profile.
create table profile_apart (
  like profile,
  merged_lead uuid not null, -- names the merge
  primary key (merged_lead, lead_id)
);

-- Of merges so far what was said since stays with the lead that stayed.
insert into profile_apart
select r.*, m.lead_id from lead_merge m, jsonb_populate_record(null::profile, m.profile) r
 where m.profile is not null;
insert into profile_apart
select r.*, m.lead_id
  from lead_merge m
  join profile p on p.lead_id = m.survivor_id,
       lateral (select jsonb_object_agg(key, case when value = m.survivor_after -> key
                                                  then m.survivor_before -> key else value end) as known
                  from jsonb_each(to_jsonb(p))) apart,
       jsonb_populate_record(null::profile, apart.known) r
 where m.survivor_before is not null;

alter table lead_merge drop column profile, drop column survivor_before, drop column survivor_after;
create index lead_merge_survivor on lead_merge (survivor_id);

-- The sides of merges that this lead is on: those that are told what it says.
create function sides_of(uuid) returns table (merged_lead uuid, lead_id uuid) language sql stable as $$
  with recursive chain (id, joined) as (
    select $1, '-infinity'::timestamptz
    union all
    select m.survivor_id, m.merged_at from chain c join lead_merge m on m.lead_id = c.id)
  select m.lead_id, c.id
    from chain c
    join lead_merge m on m.lead_id = c.id or m.survivor_id = c.id and m.merged_at > c.joined
$$;
