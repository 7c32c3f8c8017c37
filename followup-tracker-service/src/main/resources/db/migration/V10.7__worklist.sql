-- What a rep has that can be open still: few rows, however many leads there were.
create index assignment_open on assignment (rep_id)
 where released_at is null or (closed_by = 'CONVERTED' and deal_by is null);
