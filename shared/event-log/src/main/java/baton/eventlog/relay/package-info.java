/**
 * The relay: sends what was committed to the event log, all of it, in commit order for each
 * subject.
 *
 * <p>It works in rounds. A round is everything visible in one snapshot of the database ({@code
 * target}) and not in the one before ({@code previous}); it is sent in the order of ids. A row that
 * commits late belongs to a later round, whatever its id, so that none is skipped; a transaction
 * that runs for hours holds up nobody but itself.
 */
package baton.eventlog.relay;
