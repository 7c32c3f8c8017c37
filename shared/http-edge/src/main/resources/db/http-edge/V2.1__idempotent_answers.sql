-- Answers given to creating calls, replayed when the call is repeated.
-- The Idempotency-Key is kept as a digest only: clients put e-mail addresses into it.
create table idempotent_answer (
  scope          text        not null,
  key_digest     bytea       not null check (octet_length(key_digest) = 32),
  request_digest bytea       not null check (octet_length(request_digest) = 32),
  status         integer     not null,
  content_type   text,
  body           bytea       not null,
  subject        uuid,
  created_at     timestamptz not null default now(),
  primary key (scope, key_digest)
);

-- For erasure and for forgetting what is old.
create index idempotent_answer_subject on idempotent_answer (subject) where subject is not null;
create index idempotent_answer_created on idempotent_answer (created_at);
