package baton.routing.roster;

import baton.routing.accounts.AccountTable;
import baton.routing.assignment.domain.Seat;
import baton.routing.roster.Roster.Fault;
import baton.routing.roster.RosterEntry.Wanted;
import baton.routing.rules.RuleBook;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What is wrong with reps, seen together with the others of the roster. */
@Singleton
class RosterChecks {

  private static final String WAIT_FOR_MANAGER =
      """
      select count(*) || ' leads that wait for a manager of the rep'
        from held h
        join lateral (select a.rep_id from assignment a
                       where a.lead_id = h.lead_id and a.cycle_id = h.cycle_id
                       order by a.assignment_id desc limit 1) last on last.rep_id = ?
       where h.reason = 'NO_MANAGER' having count(*) > 0""";

  private final RosterTables tables;
  private final RuleBook rules;
  private final AccountTable accounts;

  RosterChecks(RosterTables tables, RuleBook rules, AccountTable accounts) {
    this.tables = tables;
    this.rules = rules;
    this.accounts = accounts;
  }

  /** What is wrong with each of these, by position; those that are right are left out. */
  Map<Integer, List<Fault>> faults(Connection connection, List<Wanted> wanted) throws SQLException {
    Map<Integer, List<Fault>> faults = new TreeMap<>();
    doubled(connection, wanted, faults);
    unknownPools(connection, wanted, faults);
    // Whoever reports to somebody refused is refused, too, and so on.
    int known;
    do {
      known = faults.size();
      managers(connection, wanted, faults);
    } while (faults.size() > known);
    return faults;
  }

  private void doubled(Connection connection, List<Wanted> wanted, Map<Integer, List<Fault>> faults)
      throws SQLException {
    Map<String, UUID> emails =
        tables.byEmail(
            connection, wanted.stream().map(RosterChecks::email).filter(Objects::nonNull).toList());
    Map<String, UUID> externalIds =
        tables.byExternalId(connection, wanted.stream().map(Wanted::externalIds).toList());
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      Wanted rep = wanted.get(i);
      if (!ids.add(rep.repId())) {
        add(faults, i, "email", "is the same rep as in a row before");
      }
      if (email(rep) != null && isTaken(emails, email(rep), rep.repId())) {
        add(faults, i, "email", "another rep has it");
      }
      for (Map.Entry<String, String> id : rep.externalIds().entrySet()) {
        if (isTaken(externalIds, id.getKey() + "=" + id.getValue(), rep.repId())) {
          add(faults, i, "externalIds", "another rep has this id in " + id.getKey());
        }
      }
    }
  }

  private static String email(Wanted rep) {
    return rep.email() == null ? null : rep.email().toLowerCase(Locale.ROOT);
  }

  private static boolean isTaken(Map<String, UUID> owners, String what, UUID by) {
    UUID owner = owners.putIfAbsent(what, by);
    return owner != null && !owner.equals(by);
  }

  private void unknownPools(
      Connection connection, List<Wanted> wanted, Map<Integer, List<Fault>> faults)
      throws SQLException {
    Map<String, Boolean> known = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      if (wanted.get(i).pools() == null) {
        continue;
      }
      for (Map.Entry<String, Integer> pool : wanted.get(i).pools().entrySet()) {
        if (!known.containsKey(pool.getKey())) {
          known.put(pool.getKey(), exists(connection, pool.getKey()));
        }
        if (!known.get(pool.getKey())) {
          add(faults, i, "pools", "there is no pool " + pool.getKey());
        } else if (pool.getValue() < 1 || pool.getValue() > Seat.MOST_WEIGHT) {
          add(faults, i, "pools", "a weight is from 1 to " + Seat.MOST_WEIGHT);
        }
      }
    }
  }

  private void managers(
      Connection connection, List<Wanted> wanted, Map<Integer, List<Fault>> faults)
      throws SQLException {
    ReportingLines managers = tables.managers(connection);
    Set<UUID> before = managers.inCircles();
    for (int i = 0; i < wanted.size(); i++) {
      if (!faults.containsKey(i)) {
        Wanted rep = wanted.get(i);
        managers.ofRep(rep.repId(), rep.managerId(), rep.team());
      }
    }
    Set<UUID> circles = managers.inCircles();
    circles.removeAll(before);
    for (int i = 0; i < wanted.size(); i++) {
      Wanted rep = wanted.get(i);
      if (faults.containsKey(i)) {
        continue;
      }
      if (rep.managerId() != null && !managers.knows(rep.managerId())) {
        add(faults, i, "managerId", "there is no such rep");
      } else if (circles.contains(rep.repId())) {
        add(faults, i, "managerId", "would report to the rep in the end");
      }
    }
  }

  boolean exists(Connection connection, String pool) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select from pool where name = ?")) {
      query.setString(1, pool);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  boolean onTheRoster(Connection connection, UUID repId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select from rep where rep_id = ? and left_at is null")) {
      query.setObject(1, repId);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Whoever and whatever needs this rep, for people. */
  List<String> usersOf(Connection connection, UUID repId) throws SQLException {
    List<String> users = new ArrayList<>();
    rules.inForce(connection).usersOfRep(repId).forEach(rule -> users.add("rule " + rule));
    accounts.ownedBy(connection, repId).forEach(account -> users.add("account " + account));
    named(connection, users, "team ", "select name from team where manager_id = ?", repId);
    named(connection, users, "rep ", "select name from rep where manager_id = ? limit 10", repId);
    named(
        connection,
        users,
        "",
        "select open_leads || ' open leads' from rep_load where rep_id = ? and open_leads > 0",
        repId);
    named(connection, users, "", WAIT_FOR_MANAGER, repId);
    return users;
  }

  private static void named(
      Connection connection, List<String> users, String what, String sql, UUID repId)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, repId);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          users.add(what + row.getString(1));
        }
      }
    }
  }

  private static void add(
      Map<Integer, List<Fault>> faults, int position, String field, String reason) {
    faults.computeIfAbsent(position, p -> new ArrayList<>()).add(new Fault(field, reason));
  }
}
