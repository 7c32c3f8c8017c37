-- Since when it is asked for: the time at which it was last read again; null: since its arrival.
alter table platform_fetch add column wanted_at timestamptz;
