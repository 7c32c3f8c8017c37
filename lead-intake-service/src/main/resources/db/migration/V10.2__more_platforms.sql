-- Which platforms there are says the code; one more needs no migration.
alter table source drop constraint source_platform_check;
