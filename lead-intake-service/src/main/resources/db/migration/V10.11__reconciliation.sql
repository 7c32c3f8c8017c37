-- What senders say themselves: the number of an item among all of its source, and counts of a day.
alter table receipt add column sequence bigint;
create index receipt_sequence on receipt (source, sequence) where sequence is not null;

create table sent_count (
  source   text        not null references source (id),
  day      date        not null, -- UTC
  sent     bigint      not null,
  noted_at timestamptz not null,
  primary key (source, day)
);
create index sent_count_day on sent_count (day);
