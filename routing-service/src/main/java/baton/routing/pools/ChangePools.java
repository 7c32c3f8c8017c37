package baton.routing.pools;

import baton.eventlog.Cause;
import baton.eventlog.Transactions;
import baton.routing.SetupLock;
import baton.routing.assignment.AssignLeads;
import baton.routing.assignment.AssignmentStore;
import baton.routing.pools.Membership.Change;
import baton.routing.rules.RuleBook;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes, changes and deletes pools. */
@Singleton
public class ChangePools {

  private static final String STORE =
      """
      insert into pool (name, strategy, away, take_back_on, take_back_most, head_start_a,
                        head_start_b, head_start_c)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (name) do update
         set strategy = excluded.strategy, away = excluded.away,
             take_back_on = excluded.take_back_on, take_back_most = excluded.take_back_most,
             head_start_a = excluded.head_start_a, head_start_b = excluded.head_start_b,
             head_start_c = excluded.head_start_c
      returning xmax = 0 as created""";

  private static final String OPEN =
      "select count(*) from assignment where pool = ? and released_at is null";
  private static final String WAITING = "select count(*) from held where pool = ?";

  private final Transactions transactions;
  private final AssignLeads assign;
  private final AssignmentStore store;
  private final Membership membership;
  private final RuleBook rules;
  private final Clock clock;

  ChangePools(
      Transactions transactions,
      AssignLeads assign,
      AssignmentStore store,
      Membership membership,
      RuleBook rules,
      Clock clock) {
    this.transactions = transactions;
    this.assign = assign;
    this.store = store;
    this.membership = membership;
    this.rules = rules;
    this.clock = clock;
  }

  /** How it ended. */
  public sealed interface Saved {

    /** The pool is as wanted. */
    record Done(boolean created) implements Saved {}

    /** These members, by their position, are no reps on the roster; nothing was changed. */
    record UnknownReps(List<Integer> positions) implements Saved {}
  }

  /** How deleting ended. */
  public sealed interface Deleted {

    record Done() implements Deleted {}

    record NoSuchPool() implements Deleted {}

    /** These use it; nothing was changed. */
    record InUse(List<String> users) implements Deleted {}
  }

  /**
   * Makes a pool as wanted, new or not, and serves those who wait for it.
   *
   * @param members weight by rep, all of them; null leaves them as they are
   */
  public Saved save(
      String name, PoolSettings settings, LinkedHashMap<UUID, Integer> members, Cause cause)
      throws SQLException {
    Saved saved = transactions.call(connection -> save(connection, name, settings, members));
    if (saved instanceof Saved.Done) {
      assign.serveHeld(List.of(name), cause);
    }
    return saved;
  }

  private Saved save(
      Connection connection,
      String name,
      PoolSettings settings,
      LinkedHashMap<UUID, Integer> members)
      throws SQLException {
    SetupLock.take(connection);
    if (members != null) {
      Set<UUID> known = onTheRoster(connection, members.keySet());
      List<Integer> unknown = new ArrayList<>();
      int position = 0;
      for (UUID member : members.keySet()) {
        if (!known.contains(member)) {
          unknown.add(position);
        }
        position++;
      }
      if (!unknown.isEmpty()) {
        return new Saved.UnknownReps(unknown);
      }
    }
    boolean created = store(connection, name, settings);
    store.lock(connection, List.of(name), List.of(), clock.instant());
    if (members != null) {
      membership.change(connection, changes(connection, name, members), clock.instant());
    }
    return new Saved.Done(created);
  }

  private static List<Change> changes(
      Connection connection, String pool, Map<UUID, Integer> members) throws SQLException {
    List<Change> changes = new ArrayList<>();
    for (UUID present : members(connection, pool)) {
      if (!members.containsKey(present)) {
        changes.add(new Change(pool, present, null));
      }
    }
    members.forEach((repId, weight) -> changes.add(new Change(pool, repId, weight)));
    return changes;
  }

  private static List<UUID> members(Connection connection, String pool) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select rep_id from seat where pool = ? order by rep_id")) {
      query.setString(1, pool);
      List<UUID> members = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          members.add(row.getObject(1, UUID.class));
        }
      }
      return members;
    }
  }

  private static Set<UUID> onTheRoster(Connection connection, Set<UUID> reps) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select rep_id from rep where left_at is null and rep_id = any(?)")) {
      query.setArray(1, connection.createArrayOf("uuid", reps.toArray()));
      Set<UUID> known = new HashSet<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          known.add(row.getObject(1, UUID.class));
        }
      }
      return known;
    }
  }

  private static boolean store(Connection connection, String name, PoolSettings settings)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(STORE)) {
      insert.setString(1, name);
      insert.setString(2, settings.strategy().name());
      insert.setString(3, settings.away().name());
      insert.setString(4, settings.takeBack().on().name());
      insert.setInt(5, settings.takeBack().most());
      insert.setLong(6, settings.headStart().a().toSeconds());
      insert.setLong(7, settings.headStart().b().toSeconds());
      insert.setLong(8, settings.headStart().c().toSeconds());
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Deletes a pool that nothing uses; its members only lose the membership. */
  public Deleted delete(String name) throws SQLException {
    return transactions.call(
        connection -> {
          SetupLock.take(connection);
          if (store.lock(connection, List.of(name), List.of(), clock.instant()).pools().isEmpty()) {
            return new Deleted.NoSuchPool();
          }
          List<String> users = new ArrayList<>(rules.inForce(connection).usersOfPool(name));
          addCount(connection, users, "open leads", OPEN, name);
          addCount(connection, users, "held leads", WAITING, name);
          if (!users.isEmpty()) {
            return new Deleted.InUse(users);
          }
          execute(connection, "delete from seat where pool = ?", name);
          execute(connection, "delete from pool where name = ?", name);
          return new Deleted.Done();
        });
  }

  private static void addCount(
      Connection connection, List<String> users, String what, String sql, String name)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        if (row.getLong(1) > 0) {
          users.add(row.getLong(1) + " " + what);
        }
      }
    }
  }

  private static void execute(Connection connection, String sql, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.executeUpdate();
    }
  }
}
