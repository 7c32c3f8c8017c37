-- Secrets by which webhooks prove themselves, up to two a source while one replaces the other.
create table source_secret (
  id         uuid        primary key,
  source     text        not null references source (id),
  sealed     bytea       not null, -- AES-256-GCM with a key that is not in the database
  created_at timestamptz not null
);
create index source_secret_source on source_secret (source);

-- What stands there is sealed, and deleted here, when the service starts.
alter table source alter column secret drop not null;
