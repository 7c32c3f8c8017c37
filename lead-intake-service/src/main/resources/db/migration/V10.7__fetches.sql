-- What has yet to be fetched from a platform, for submissions that name a lead by a number only.
create table platform_fetch (
  submission_id uuid        primary key,
  due_at        timestamptz, -- null: given up, until somebody asks for it
  attempts      integer     not null default 0,
  failure       text         -- how the last attempt ended
) with (fillfactor = 80);
create index platform_fetch_due on platform_fetch (due_at) where due_at is not null;
