-- As many requests a second are taken from a source; 0 for any number, null for as many as from others.
alter table source add column requests_per_second integer;
