-- Platforms sign in ways of their own. HubSpot's secret is that of its app and comes from there.
alter table source
  add column platform text    not null default 'STANDARD_WEBHOOKS' check (platform in ('STANDARD_WEBHOOKS', 'HUBSPOT')),
  add column v3_only  boolean not null default false; -- of HubSpot: signatures without a time are refused
