alter table source
  drop constraint source_platform_check,
  add constraint source_platform_check
    check (platform in ('STANDARD_WEBHOOKS', 'HUBSPOT', 'TYPEFORM', 'GOOGLE_ADS', 'MAUTIC'));
