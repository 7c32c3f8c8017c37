-- What was imported as history is a cycle like any other, and in no metric.
alter table cycle add column is_history boolean not null default false;
