-- The funnel counts of each cycle whether it was assigned and whether it was touched. What was counted of
-- cycles before is added from their stories; that becomes known now. More than six digits of a second are
-- cut off, because PostgreSQL would round them, perhaps into another hour.
insert into metric_delta (measure, hour, source, campaign, grade, happened, recorded, amount)
select step.measure,
       date_trunc('hour', regexp_replace(c.story ->> 'arrivedAt', '(\.\d{6})\d+', '\1')::timestamptz, 'UTC'),
       c.story ->> 'source', c.story ->> 'campaign', c.story ->> 'grade',
       date_trunc('hour', step.at, 'UTC'), date_trunc('hour', now(), 'UTC'), count(*)
  from counted_cycle c,
       lateral (select m.measure,
                       min(regexp_replace(m.at, '(\.\d{6})\d+', '\1')::timestamptz) as at
                  from jsonb_array_elements(c.story -> 'owners') o,
                       lateral (values ('INQUIRED_ASSIGNED', o ->> 'assignedAt'),
                                       ('INQUIRED_TOUCHED', o -> 'touch' ->> 'at')) m (measure, at)
                 where m.at is not null
                 group by m.measure) step
 group by 1, 2, 3, 4, 5, 6, 7;
