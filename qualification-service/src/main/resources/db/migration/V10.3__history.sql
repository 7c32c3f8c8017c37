-- What was imported as history without a date tells nothing of engagement.
alter table touchpoint add column is_visit boolean not null default true;

-- What a person does who is known from history only opens a cycle of its own.
alter table cycle add column is_history boolean not null default false;
