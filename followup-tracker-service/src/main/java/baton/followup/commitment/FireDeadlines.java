package baton.followup.commitment;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.Failures;
import baton.eventlog.Transactions;
import baton.events.followup.DueSoon;
import baton.followup.commitment.domain.Assignment;
import baton.followup.commitment.domain.Cycle;
import baton.followup.commitment.domain.Deadline;
import baton.followup.commitment.domain.LeadFile;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Writes what follows from the passing of time: reminders, and at each deadline that passed without
 * a touch the breach and the record of no engagement. Leads of which the roster says otherwise who
 * did something are assessed anew on the way.
 */
@Singleton
public class FireDeadlines {

  private static final Logger LOG = Logger.getLogger(FireDeadlines.class);
  private static final int AT_ONCE = 200;

  private final Transactions transactions;
  private final LeadFileStore store;
  private final RosterStore rosterStore;
  private final Agreed agreed;
  private final EventLog log;
  private final FileListener listener;
  private final Clock clock;
  private final Timer lateness;
  private final Counter failures;
  private final LeftAlone leftAlone = new LeftAlone();

  FireDeadlines(
      Transactions transactions,
      LeadFileStore store,
      RosterStore rosterStore,
      Agreed agreed,
      EventLog log,
      FileListener listener,
      Clock clock,
      MeterRegistry meters) {
    this.transactions = transactions;
    this.store = store;
    this.rosterStore = rosterStore;
    this.agreed = agreed;
    this.log = log;
    this.listener = listener;
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
      leftAlone.add(culprit, clock.instant());
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
          Instant now = clock.instant();
          leads.addAll(store.lockDue(connection, readUpTo, leftAlone.at(now), most));
          if (leads.isEmpty()) {
            return null;
          }
          LeadFiles files = new LeadFiles(connection, store, rosterStore, log, listener, leads);
          for (UUID lead : leads) {
            late.addAll(pass(files, files.of(lead), readUpTo, now));
          }
          Roster roster = new Roster(connection, rosterStore, Set.of());
          new KeptHours(connection, roster, agreed).write(files, now);
          files.write(now);
          return null;
        });
    late.forEach(lateness::record);
    return leads.size();
  }

  /** Lets time pass for one lead; returns how late each deadline was that passed. */
  private static List<Duration> pass(LeadFiles files, LeadFile file, Instant time, Instant now) {
    Cause cause = Cause.ofItself();
    files.assess(file, now, cause); // what the roster says now may leave open what had been met
    List<Duration> late = new ArrayList<>();
    for (Cycle cycle : file.cycles()) {
      file.put(
          cycle.with(
              cycle.checkpoints().stream()
                  .map(deadline -> passed(deadline, time, now, late))
                  .toList()));
    }
    for (Assignment before : file.assignments()) {
      Assignment after = before;
      for (Deadline deadline : before.deadlines().values()) {
        if (deadline.isReminderDue(time)) {
          after = after.with(deadline.warn());
          if (deadline.metAt() == null && deadline.endedAt() == null) {
            files.say(dueSoon(file, before, deadline), cause);
          }
        } else {
          after = after.with(passed(deadline, time, now, late));
        }
      }
      file.put(after);
    }
    files.assess(file, now, cause);
    return late;
  }

  private static Deadline passed(
      Deadline deadline, Instant time, Instant now, List<Duration> late) {
    if (!deadline.isDue(time)) {
      return deadline;
    }
    late.add(Duration.between(deadline.dueAt(), now));
    return deadline.passed();
  }

  private static DueSoon dueSoon(LeadFile file, Assignment assignment, Deadline deadline) {
    return new DueSoon(
        file.leadId(),
        assignment.cycleId(),
        assignment.id(),
        assignment.repId(),
        Assessment.owed(deadline),
        deadline.dueAt(),
        deadline.policyVersion(),
        deadline.warnAt());
  }
}
