package baton.followup.commitment;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.Transactions;
import baton.events.followup.DueSoon;
import baton.followup.commitment.domain.Commitment;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Writes what follows from the passing of time: reminders, and at each deadline that passed without
 * a touch the breach and the record of no engagement.
 */
@Singleton
public class FireDeadlines {

  private static final int AT_ONCE = 200;

  /**
   * Only leads that nobody works on at this moment, the others come with the next look; and none of
   * which something has been read that could not be applied yet: it may be the touch.
   */
  private static final String DUE =
      """
      select s.id from subject s
       where s.id in (select c.lead_id from commitment c
                       where c.state = 'OPEN' and c.next_at <= ?
                         and not exists (select from waiting w where w.subject = c.lead_id)
                         and not exists (select from parked p where p.subject = c.lead_id
                                                                and p.resolved_at is null)
                       order by c.next_at limit ?)
       order by s.id for update skip locked""";

  private final Transactions transactions;
  private final EventLog log;
  private final Clock clock;
  private final Timer lateness;

  FireDeadlines(Transactions transactions, EventLog log, Clock clock, MeterRegistry meters) {
    this.transactions = transactions;
    this.log = log;
    this.clock = clock;
    this.lateness = meters.timer("baton.deadline.lateness");
  }

  /**
   * Fires what was due up to this time.
   *
   * @param readUpTo everything published before it is known
   * @return how many leads were looked at; if as many as fit, there may be more
   */
  public int fire(Instant readUpTo) throws SQLException {
    return transactions.call(
        connection -> {
          Set<UUID> leads = due(connection, readUpTo);
          if (leads.isEmpty()) {
            return 0;
          }
          Instant now = clock.instant();
          LeadFiles files = new LeadFiles(connection, log, leads);
          for (UUID lead : leads) {
            pass(files, files.of(lead), readUpTo, now);
          }
          files.write(now);
          return leads.size();
        });
  }

  private static Set<UUID> due(Connection connection, Instant readUpTo) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(DUE)) {
      query.setObject(1, readUpTo.atOffset(ZoneOffset.UTC));
      query.setInt(2, AT_ONCE);
      Set<UUID> leads = new LinkedHashSet<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          leads.add(row.getObject(1, UUID.class));
        }
      }
      return leads;
    }
  }

  private void pass(LeadFiles files, LeadFile file, Instant time, Instant now) {
    Cause cause = Cause.ofItself();
    for (Assignment assignment : file.assignments.values()) {
      for (Commitment commitment : assignment.commitments.values().toArray(Commitment[]::new)) {
        if (commitment.state() != Commitment.State.OPEN || commitment.nextAt().isAfter(time)) {
          continue;
        }
        if (!commitment.dueAt().isAfter(time)) {
          assignment.commitments.put(commitment.kind(), commitment.passed());
          lateness.record(Duration.between(commitment.dueAt(), now));
        } else {
          assignment.commitments.put(commitment.kind(), commitment.warn());
          if (commitment.metAt() != null || assignment.closedAt != null) {
            continue;
          }
          files.say(
              new DueSoon(
                  file.leadId,
                  assignment.cycleId,
                  assignment.id,
                  assignment.repId,
                  Assessment.owed(commitment),
                  commitment.dueAt(),
                  commitment.warnAt()),
              cause);
        }
      }
    }
    files.assess(file, now, cause);
  }
}
