-- Nothing is decided any more about a lead whose identity intake has deleted.
alter table lead add column erased_at timestamptz;

alter table cycle drop constraint cycle_state_check, add constraint cycle_state_check
  check (state in ('OPEN', 'CONVERTED', 'NURTURED', 'DISQUALIFIED', 'ERASED'));
alter table cycle drop constraint cycle_ending_check, add constraint cycle_ending_check
  check (ending in ('REJECTED', 'RECYCLED', 'DISQUALIFIED', 'ERASED'));
