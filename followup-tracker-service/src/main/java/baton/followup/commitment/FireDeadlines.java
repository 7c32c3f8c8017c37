package baton.followup.commitment;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.Failures;
import baton.eventlog.Transactions;
import baton.events.followup.DueSoon;
import baton.followup.commitment.domain.Deadline;
import io.micrometer.core.instrument.Counter;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Writes what follows from the passing of time: reminders, and at each deadline that passed without
 * a touch the breach and the record of no engagement.
 */
@Singleton
public class FireDeadlines {

  private static final Logger LOG = Logger.getLogger(FireDeadlines.class);
  private static final int AT_ONCE = 200;

  /** How long a lead is left alone whose deadlines could not be recorded. */
  static final Duration LEFT_ALONE = Duration.ofMinutes(10);

  /**
   * Only leads that nobody works on at this moment, the others come with the next look; none that
   * is left alone; and none of which something has been read that could not be applied yet: it may
   * be the touch.
   */
  private static final String DUE =
      """
      select s.id from subject s
       where s.id in (select c.lead_id from commitment c
                       where c.state = 'OPEN' and c.next_at <= ? and c.lead_id <> all(?::uuid[])
                         and not exists (select from waiting w where w.subject = c.lead_id
                                          and (w.prerequisite like 'rep/%' and w.since <= ?)
                                              is not true)
                         and not exists (select from parked p where p.subject = c.lead_id
                                                                and p.resolved_at is null)
                       order by c.next_at limit ?)
       order by s.id for update skip locked""";

  private final Transactions transactions;
  private final EventLog log;
  private final Clock clock;
  private final Timer lateness;
  private final Counter failures;

  /** Leads whose deadlines could not be recorded, and until when they are passed over. */
  private final Map<UUID, Instant> leftAlone = new ConcurrentHashMap<>();

  FireDeadlines(Transactions transactions, EventLog log, Clock clock, MeterRegistry meters) {
    this.transactions = transactions;
    this.log = log;
    this.clock = clock;
    this.lateness = meters.timer("baton.deadline.lateness");
    this.failures = meters.counter("baton.deadline.failed");
  }

  /**
   * Fires what was due up to this time, in one transaction. If that fails and time does not heal
   * it, each lead gets a transaction of its own; the one that is the cause is left alone for a
   * while, and stands in nobody's way.
   *
   * @param readUpTo everything published before it is known
   * @return how many leads were looked at; if as many as fit, there may be more
   * @throws SQLException if the database is away, or no lead is the cause
   */
  public int fire(Instant readUpTo) throws SQLException {
    Instant now = clock.instant();
    leftAlone.values().removeIf(until -> !until.isAfter(now));
    try {
      return fire(readUpTo, AT_ONCE, new LinkedHashSet<>());
    } catch (SQLException | RuntimeException e) {
      if (Failures.isTransient(e)) {
        throw e;
      }
    }
    int leads = 0;
    while (leads < AT_ONCE && fireOne(readUpTo)) {
      leads++;
    }
    return leads;
  }

  /** Fires what was due of one lead; false if there is none. */
  private boolean fireOne(Instant readUpTo) throws SQLException {
    Set<UUID> lead = new LinkedHashSet<>();
    try {
      return fire(readUpTo, 1, lead) > 0;
    } catch (SQLException | RuntimeException e) {
      if (Failures.isTransient(e) || lead.isEmpty()) {
        throw e;
      }
      UUID culprit = lead.iterator().next();
      LOG.warnf("deadlines of lead %s cannot be recorded: %s", culprit, e.getClass().getName());
      failures.increment();
      leftAlone.put(culprit, clock.instant().plus(LEFT_ALONE));
      return true;
    }
  }

  /**
   * @param leads takes the leads that are concerned, also if it fails
   */
  private int fire(Instant readUpTo, int most, Set<UUID> leads) throws SQLException {
    List<Duration> late = new ArrayList<>();
    transactions.call(
        connection -> {
          takeDue(connection, readUpTo, most, leads);
          if (leads.isEmpty()) {
            return null;
          }
          Instant now = clock.instant();
          LeadFiles files = new LeadFiles(connection, log, leads);
          for (UUID lead : leads) {
            pass(files, files.of(lead), readUpTo, now, late);
          }
          files.write(now);
          return null;
        });
    late.forEach(lateness::record);
    return leads.size();
  }

  private void takeDue(Connection connection, Instant readUpTo, int most, Set<UUID> leads)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(DUE)) {
      query.setObject(1, readUpTo.atOffset(ZoneOffset.UTC));
      query.setArray(2, connection.createArrayOf("uuid", leftAlone.keySet().toArray()));
      query.setObject(3, readUpTo.atOffset(ZoneOffset.UTC));
      query.setInt(4, most);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          leads.add(row.getObject(1, UUID.class));
        }
      }
    }
  }

  private void pass(
      LeadFiles files, LeadFile file, Instant time, Instant now, List<Duration> late) {
    Cause cause = Cause.ofItself();
    for (Assignment assignment : file.assignments.values()) {
      for (Deadline deadline : assignment.deadlines.values().toArray(Deadline[]::new)) {
        if (deadline.state() != Deadline.State.OPEN || deadline.nextAt().isAfter(time)) {
          continue;
        }
        if (!deadline.dueAt().isAfter(time)) {
          assignment.deadlines.put(deadline.kind(), deadline.passed());
          late.add(Duration.between(deadline.dueAt(), now));
        } else {
          assignment.deadlines.put(deadline.kind(), deadline.warn());
          if (deadline.metAt() != null || assignment.closedAt != null) {
            continue;
          }
          files.say(
              new DueSoon(
                  file.leadId,
                  assignment.cycleId,
                  assignment.id,
                  assignment.repId,
                  Assessment.owed(deadline),
                  deadline.dueAt(),
                  deadline.warnAt()),
              cause);
        }
      }
    }
    files.assess(file, now, cause);
  }
}
