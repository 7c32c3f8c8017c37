/** The event log inside a Quarkus application: its beans, threads, health, metrics and ops API. */
package baton.eventlog.runtime;
