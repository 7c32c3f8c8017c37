-- In a roster a manager can stand below those who report.
alter table rep alter constraint rep_manager_id_fkey deferrable initially deferred;
