package baton.intake.identity;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.Subjects;
import baton.eventlog.Transactions;
import baton.events.intake.LeadsUnmerged;
import baton.intake.Contended;
import baton.intake.Published;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Has a lead that was taken for another one be itself again. They are not taken for one again. */
@Singleton
public class UnmergeLead {

  private final Transactions transactions;
  private final EventLog log;
  private final Clock clock;

  UnmergeLead(Transactions transactions, EventLog log, Clock clock) {
    this.transactions = transactions;
    this.log = log;
    this.clock = clock;
  }

  /** How it ended. */
  public enum Unmerged {
    DONE,
    /** There is no such lead, or none any more. */
    NO_SUCH_LEAD,
    /** It is itself. */
    NOT_MERGED,
    /** What it was merged into was merged itself: that has to be undone first. */
    SURVIVOR_MERGED,
    /** Another lead was merged into the same one since: that has to be undone first. */
    ANOTHER_MERGED_SINCE
  }

  private record Pointer(UUID survivor, boolean erased) {}

  /** Unmerges this lead. */
  public Unmerged unmerge(UUID leadId, Cause cause) throws SQLException {
    return Contended.call(
        transactions,
        connection -> {
          Pointer before = pointer(connection, leadId);
          if (before == null || before.erased()) {
            return Unmerged.NO_SUCH_LEAD;
          }
          if (before.survivor() == null) {
            return Unmerged.NOT_MERGED;
          }
          Subjects.lock(connection, List.of(leadId, before.survivor()));
          Pointer locked = pointer(connection, leadId);
          if (!before.equals(locked)) {
            // Somebody was quicker.
            return locked.erased() ? Unmerged.NO_SUCH_LEAD : Unmerged.NOT_MERGED;
          }
          if (pointer(connection, before.survivor()).survivor() != null) {
            return Unmerged.SURVIVOR_MERGED;
          }
          if (isAnotherMergedSince(connection, before.survivor(), leadId)) {
            return Unmerged.ANOTHER_MERGED_SINCE;
          }
          unmerge(connection, before.survivor(), leadId, cause);
          return Unmerged.DONE;
        });
  }

  private void unmerge(Connection connection, UUID survivor, UUID leadId, Cause cause)
      throws SQLException {
    Instant now = Merges.timeFor(connection, survivor, leadId, clock.instant());
    Merges.unmerge(connection, survivor, leadId);
    log.append(
        connection,
        List.of(
            Published.fact(new LeadsUnmerged(survivor, leadId, now), cause),
            Published.profileChanged(survivor, now, cause),
            Published.profileChanged(leadId, now, cause)));
  }

  /** What was known before that merge tells of this lead, too. */
  private static boolean isAnotherMergedSince(Connection connection, UUID survivor, UUID leadId)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select 1 from lead_merge later join lead_merge this using (survivor_id)"
                + " where survivor_id = ? and this.lead_id = ?"
                + " and later.merged_at > this.merged_at limit 1")) {
      query.setObject(1, survivor);
      query.setObject(2, leadId);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  private static Pointer pointer(Connection connection, UUID leadId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select merged_into, erased_at is not null from lead where id = ?")) {
      query.setObject(1, leadId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? new Pointer(row.getObject(1, UUID.class), row.getBoolean(2)) : null;
      }
    }
  }
}
