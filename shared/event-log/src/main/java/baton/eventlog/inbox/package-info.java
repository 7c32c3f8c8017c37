/**
 * The inbox: applies each event of a topic once, and the events of a subject in the order in which
 * they were published, however often and in whatever order they arrive.
 *
 * <p>For each subject and topic it keeps the number of the last event applied. A lower number is a
 * duplicate and is dropped; a higher one waits until the gap is filled; an event that builds on a
 * fact not yet known waits for that fact; an event that cannot be applied is parked with its cause,
 * and the later ones of its subject wait behind it.
 */
package baton.eventlog.inbox;
