/** What ops do with the event log of a service: look at gaps and parked events, replay, re-base. */
package baton.eventlog.rest;
