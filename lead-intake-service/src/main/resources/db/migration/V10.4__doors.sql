-- What is quarantined is read again in the words of the door that it came in by.
alter table receipt add column door text not null default 'WEBHOOK';
update receipt set door = 'API' where source = 'api' and outcome = 'QUARANTINED';

-- The balance of a day counts what became of its submissions later.
create index event_settled on event (occurred_at)
 where type in ('baton.submission.released.v1', 'baton.submission.discarded.v1');
