package baton.routing.roster;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.NewEvent;
import baton.eventlog.Subjects;
import baton.eventlog.Transactions;
import baton.routing.Published;
import baton.routing.SetupLock;
import baton.routing.assignment.AssignLeads;
import baton.routing.assignment.AssignmentStore;
import baton.routing.pools.Membership;
import baton.routing.roster.RosterEntry.Wanted;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Keeps the roster. */
@Singleton
public class Roster {

  /** Where a new rep goes of whom nothing else is said. */
  public static final String DEFAULT_POOL = "default";

  private final Transactions transactions;
  private final AssignLeads assign;
  private final AssignmentStore store;
  private final RosterTables tables;
  private final RosterChecks checks;
  private final Teams teams;
  private final Membership membership;
  private final EventLog log;
  private final Clock clock;

  Roster(
      Transactions transactions,
      AssignLeads assign,
      AssignmentStore store,
      RosterTables tables,
      RosterChecks checks,
      Teams teams,
      Membership membership,
      EventLog log,
      Clock clock) {
    this.transactions = transactions;
    this.assign = assign;
    this.store = store;
    this.tables = tables;
    this.checks = checks;
    this.teams = teams;
    this.membership = membership;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Something that is wrong with a rep.
   *
   * @param field of {@link Wanted}
   */
  public record Fault(String field, String reason) {}

  /** What became of a rep. */
  public sealed interface Saved {

    /** The rep is as wanted. */
    record Done(RosterEntry entry, boolean created, boolean changed) implements Saved {}

    /** The rep cannot be so: nothing was changed. */
    record Refused(List<Fault> faults) implements Saved {}
  }

  /** How far to go. */
  public enum Mode {
    /** All of them or none. */
    ALL_OR_NOTHING,
    /** Those who can be saved. */
    PARTIAL,
    /** None: only tell what would become of them. */
    DRY_RUN
  }

  /** Says what is wanted; asked while nobody else changes the roster. */
  @FunctionalInterface
  interface Planner {
    Plan plan(Present present) throws SQLException;
  }

  record Plan(List<Wanted> wanted, Mode mode) {}

  /** The roster as it is. */
  record Present(Connection connection, RosterTables tables) {

    /** The ids of reps by their e-mail addresses, in lower case. */
    Map<String, UUID> byEmail(Collection<String> emails) throws SQLException {
      return tables.byEmail(connection, emails);
    }

    /** Those of these reps that are known. */
    Map<UUID, RosterEntry> all(Collection<UUID> ids) throws SQLException {
      return tables.withIds(connection, ids);
    }
  }

  /**
   * Makes reps as wanted, new or not. The version of a rep grows and the roster is published only
   * if anything changed. Leads that wait are served at once if they can be.
   *
   * @return what became of each, or would have if one is refused and all were wanted, in their
   *     order
   */
  public List<Saved> save(List<Wanted> wanted, Mode mode, Cause cause) throws SQLException {
    return save(present -> new Plan(wanted, mode), cause);
  }

  /** The same with what is wanted of the roster as it is. */
  List<Saved> save(Planner planner, Cause cause) throws SQLException {
    Set<String> pools = new TreeSet<>();
    List<Saved> saved =
        transactions.call(
            connection -> {
              SetupLock.take(connection);
              Plan plan = planner.plan(new Present(connection, tables));
              return save(connection, plan.wanted(), plan.mode(), cause, pools);
            });
    assign.serveHeld(pools, cause);
    return saved;
  }

  private List<Saved> save(
      Connection connection, List<Wanted> wanted, Mode mode, Cause cause, Set<String> pools)
      throws SQLException {
    List<UUID> ids = wanted.stream().map(Wanted::repId).toList();
    Subjects.lock(connection, ids);
    Map<UUID, RosterEntry> before = tables.withIds(connection, ids);
    Map<Integer, List<Fault>> faults = checks.faults(connection, wanted);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    ReportingLines managers = tables.managers(connection);
    Map<UUID, RosterEntry> changed = new LinkedHashMap<>();
    List<Saved> saved = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      if (faults.containsKey(i)) {
        saved.add(new Saved.Refused(faults.get(i)));
        continue;
      }
      RosterEntry entry = entry(connection, wanted.get(i), before, managers, now);
      UUID repId = entry.rep().repId();
      boolean differs = !entry.equals(before.get(repId)) || !managers.knows(repId);
      if (differs) {
        changed.put(repId, entry);
      }
      saved.add(new Saved.Done(entry, !managers.knows(repId), differs));
    }
    boolean apply = mode == Mode.PARTIAL || (mode == Mode.ALL_OR_NOTHING && faults.isEmpty());
    if (apply && !changed.isEmpty()) {
      apply(connection, before, changed, now, cause, pools);
    }
    return saved;
  }

  private RosterEntry entry(
      Connection connection,
      Wanted wanted,
      Map<UUID, RosterEntry> before,
      ReportingLines managers,
      Instant now)
      throws SQLException {
    RosterEntry present = before.get(wanted.repId());
    boolean isNew = !managers.knows(wanted.repId());
    SortedMap<String, Integer> pools = wanted.pools();
    if (pools == null && isNew) {
      pools =
          checks.exists(connection, DEFAULT_POOL)
              ? new TreeMap<>(Map.of(DEFAULT_POOL, 1))
              : Collections.emptySortedMap();
    } else if (pools == null) {
      pools = present.pools();
    }
    UUID teamManager = wanted.team() == null ? null : managers.ofTeam(wanted.team());
    if (present != null && !isNew) {
      RosterEntry same =
          wanted.at(present.rep().version(), present.rep().updatedAt(), teamManager, pools);
      if (same.equals(present)) {
        return present;
      }
    }
    long version = present == null ? 1 : present.rep().version() + 1;
    return wanted.at(version, now, teamManager, pools);
  }

  private void apply(
      Connection connection,
      Map<UUID, RosterEntry> before,
      Map<UUID, RosterEntry> changed,
      Instant now,
      Cause cause,
      Set<String> pools)
      throws SQLException {
    for (RosterEntry entry : changed.values()) {
      pools.addAll(entry.pools().keySet());
      pools.addAll(poolsOf(before.get(entry.rep().repId())).keySet());
    }
    store.lock(connection, pools, changed.keySet(), now);
    teams.make(
        connection,
        changed.values().stream().map(entry -> entry.rep().team()).distinct().toList(),
        now);
    tables.store(connection, changed.values());
    membership.change(connection, memberships(before, changed.values()), now);
    List<NewEvent> events =
        changed.keySet().stream().map(id -> Published.rosterChanged(id, now, cause)).toList();
    log.append(connection, events);
  }

  private static SortedMap<String, Integer> poolsOf(RosterEntry entry) {
    return entry == null ? Collections.emptySortedMap() : entry.pools();
  }

  private static List<Membership.Change> memberships(
      Map<UUID, RosterEntry> before, Collection<RosterEntry> changed) {
    List<Membership.Change> changes = new ArrayList<>();
    for (RosterEntry entry : changed) {
      UUID repId = entry.rep().repId();
      for (String left : poolsOf(before.get(repId)).keySet()) {
        if (!entry.pools().containsKey(left)) {
          changes.add(new Membership.Change(left, repId, null));
        }
      }
      entry
          .pools()
          .forEach((pool, weight) -> changes.add(new Membership.Change(pool, repId, weight)));
    }
    return changes;
  }

  /** How taking somebody off the roster ended. */
  public sealed interface Left {

    record Done() implements Left {}

    record NoSuchRep() implements Left {}

    /** These need the rep; nothing was changed. */
    record InUse(List<String> users) implements Left {}
  }

  /**
   * Takes a rep off the roster. The rep is published once more, as inactive, and stays known to the
   * history; nobody can be taken off who is needed.
   */
  public Left leave(UUID repId, Cause cause) throws SQLException {
    return transactions.call(
        connection -> {
          SetupLock.take(connection);
          Subjects.lock(connection, List.of(repId));
          RosterEntry entry = tables.withIds(connection, List.of(repId)).get(repId);
          if (entry == null || !tables.managers(connection).knows(repId)) {
            return new Left.NoSuchRep();
          }
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          store.lock(connection, entry.pools().keySet(), List.of(repId), now);
          List<String> users = checks.usersOf(connection, repId);
          if (!users.isEmpty()) {
            return new Left.InUse(users);
          }
          membership.change(
              connection,
              entry.pools().keySet().stream()
                  .map(pool -> new Membership.Change(pool, repId, null))
                  .toList(),
              now);
          tables.leave(connection, repId, now);
          log.append(connection, List.of(Published.rosterChanged(repId, now, cause)));
          return new Left.Done();
        });
  }

  /** The rep of this id, or empty if there is none on the roster. */
  public Optional<RosterEntry> find(UUID repId) throws SQLException {
    return transactions.call(
        connection ->
            checks.onTheRoster(connection, repId)
                ? Optional.ofNullable(tables.withIds(connection, List.of(repId)).get(repId))
                : Optional.<RosterEntry>empty());
  }

  /** Reps in the order of name and id, beginning after this one. */
  public List<RosterEntry> list(String afterName, UUID afterId, int most) throws SQLException {
    return transactions.call(connection -> tables.list(connection, afterName, afterId, most));
  }
}
