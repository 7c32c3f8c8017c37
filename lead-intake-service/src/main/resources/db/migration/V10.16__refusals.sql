-- How often requests for a source were turned away at its door, by day (UTC): they are no submissions.
create table refusal (
  source  text        not null,
  day     date        not null,
  reason  text        not null, -- SIGNATURE, MEDIA_TYPE, LIMIT
  refused bigint      not null,
  last_at timestamptz not null,
  primary key (source, day, reason)
);
