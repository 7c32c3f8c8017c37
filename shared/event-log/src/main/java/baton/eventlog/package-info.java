/**
 * The event log: PostgreSQL holds the truth, Kafka distributes it.
 *
 * <p>A use case appends its events in its own transaction ({@link baton.eventlog.EventLog}); a
 * relay sends what was committed, in commit order for each subject ({@link baton.eventlog.relay});
 * a reader applies each event once and in order, or keeps it until it can ({@link
 * baton.eventlog.inbox}).
 */
package baton.eventlog;
