-- Of sources of a form of their own: where a lead's fields are, and how they prove who they are.
alter table source
  add column mapping jsonb,
  add column proof   jsonb;
