/**
 * Whose hours count: the calendars of reps by version of the roster, and of the policy, resolved to
 * instants that are kept as facts, so that every working duration can be computed again from the
 * facts alone.
 */
package baton.followup.calendar;
