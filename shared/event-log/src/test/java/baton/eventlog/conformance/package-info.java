/** What the event log must do on any database that a service migrated: run by every service. */
package baton.eventlog.conformance;
