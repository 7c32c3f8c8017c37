-- Keys of this service. The key itself is not here: its prefix names it, its SHA-256 proves it.
create table api_key (
  prefix     text        primary key check (prefix ~ '^[a-z0-9]{4,32}$'),
  sha256     bytea       not null check (octet_length(sha256) = 32),
  role       text        not null check (role in ('source', 'integration', 'rep', 'manager', 'marketing', 'ops', 'admin')),
  name       text        not null check (length(name) between 1 and 100),
  subject    text,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
