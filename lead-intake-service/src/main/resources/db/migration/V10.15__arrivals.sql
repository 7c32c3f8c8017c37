-- The last requests of a source, however long ago; rows of lists are told with their list.
create index receipt_source on receipt (source, id) where import_id is null;
