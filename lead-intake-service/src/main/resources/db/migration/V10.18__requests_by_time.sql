-- The requests of a source by time: what arrived last, what its days are counted by, and the numbers of
-- its items; rows of lists are told with their list.
drop index receipt_source;
create index receipt_source on receipt (source, arrived_at) where import_id is null;
