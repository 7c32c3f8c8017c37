-- The time of the record with offset 0, in ms since 1970: by it a topic that was lost and made anew is
-- told from a record that is delivered once more.
alter table read_position add column first_record_at bigint;
