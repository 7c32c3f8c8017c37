-- Tokens beside the secrets that prove webhooks; sealed in the same way.
alter table source_secret add column purpose text not null default 'WEBHOOK';

-- Of LinkedIn: which reading of its signature holds.
alter table source add column signed_text text not null default 'PREFIXED_BODY';
