-- What somebody owes although its deadline has passed. Most of it is done late, or ended, some day.
create index commitment_late on commitment (due_at)
 where state = 'BREACHED' and met_at is null and ended_at is null;
