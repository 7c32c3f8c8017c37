-- The leads behind a number are read by the time in whose period they count, newest first.
create index cycle_arrived on cycle (coalesce(inquired_at, opened_at), cycle_id);
create index cycle_qualified on cycle (qualified_at, cycle_id) where qualified_at is not null;
create index assignment_assigned on assignment (assigned_at, assignment_id);
create index assignment_of_rep on assignment (rep_id, assigned_at, assignment_id);
