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

-- Merges so far: what of the one that stayed is still as it became by them is as it was before, and
-- so is a contact that goes back with its key. What else was said since stays with it.
insert into profile_apart
select r.*, m.lead_id from lead_merge m, jsonb_populate_record(null::profile, m.profile) r
 where m.profile is not null;

create function before_merge(now jsonb, m lead_merge) returns jsonb language sql stable as $$
  select jsonb_object_agg(key, case
           when key = 'answers' then
             (select jsonb_object_agg(question, case
                       when n.answer = a.answer and a.answer is distinct from b.answer
                       then b.answer else n.answer end)
                       filter (where case
                       when n.answer = a.answer and a.answer is distinct from b.answer
                       then b.answer else n.answer end is not null)
                from jsonb_each(coalesce(nullif(value, 'null'), '{}')) n (question, answer)
                left join jsonb_each(coalesce(nullif(m.survivor_after -> key, 'null'), '{}')) a (question, answer)
                          using (question)
                left join jsonb_each(coalesce(nullif(m.survivor_before -> key, 'null'), '{}')) b (question, answer)
                          using (question))
           when key = 'of_history' then
             to_jsonb(value::boolean or (m.survivor_before ->> key)::boolean
                      and now -> 'updated_at' = m.survivor_after -> 'updated_at')
           when value = m.survivor_after -> key
             or key in ('email', 'phone') and exists (
                  select from match_key k
                   where k.lead_id = m.survivor_id and k.kind = upper(key)
                     and k.value = lower(trim(now ->> key))
                     and k.merged_from in (select family_of(m.lead_id)))
           then m.survivor_before -> key
           else value end)
    from jsonb_each(now)
$$;

-- The last merge first, since what it brought is no part of what was before.
do $$
declare
  survivor uuid;
  step lead_merge;
  known jsonb;
begin
  for survivor in select distinct survivor_id from lead_merge loop
    known := coalesce(
      (select to_jsonb(p) from profile p where p.lead_id = survivor),
      (select m.profile from lead_merge m where m.lead_id = survivor));
    for step in select * from lead_merge where survivor_id = survivor order by merged_at desc loop
      known := before_merge(known, step);
      insert into profile_apart
      select r.*, step.lead_id from jsonb_populate_record(null::profile, known) r where known is not null;
    end loop;
  end loop;
end
$$;

drop function before_merge;
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
