-- The records of two reps come in no order, so that for a while both may seem to have an id: each
-- keeps its claim, and the youngest record counts.
drop table rep_external_id;
create table rep_external_id (
  system      text        not null,
  external_id text        not null,
  rep_id      uuid        not null,
  updated_at  timestamptz not null, -- of the rep's record
  primary key (system, external_id, rep_id)
);
create index rep_external_id_rep on rep_external_id (rep_id);
insert into rep_external_id (system, external_id, rep_id, updated_at)
select id.key, id.value, rep.rep_id, (rep.data ->> 'updatedAt')::timestamptz
  from rep, jsonb_each_text(coalesce(rep.data -> 'externalIds', '{}')) as id;
