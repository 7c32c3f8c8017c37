package baton.routing.roster;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.Subjects;
import baton.eventlog.Transactions;
import baton.routing.Published;
import baton.routing.SetupLock;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Keeps the teams. The manager of a team takes over from all in it who have none of their own. */
@Singleton
public class Teams {

  private static final String SELECT =
      """
      select t.name, t.manager_id,
             (select count(*) from rep r where r.team = t.name and r.left_at is null) as reps
        from team t""";
  private static final String OF_TEAM =
      "select rep_id from rep where team = ? and left_at is null order by rep_id";

  private final Transactions transactions;
  private final RosterTables tables;
  private final EventLog log;
  private final Clock clock;

  Teams(Transactions transactions, RosterTables tables, EventLog log, Clock clock) {
    this.transactions = transactions;
    this.tables = tables;
    this.log = log;
    this.clock = clock;
  }

  /**
   * A team.
   *
   * @param managerId a rep, or null
   */
  @Schema(name = "Team")
  public record Team(String name, UUID managerId, int reps) {}

  /** How saving ended. */
  public sealed interface Saved {

    record Done(boolean created) implements Saved {}

    /** There is no such rep on the roster; nothing was changed. */
    record NoSuchRep() implements Saved {}

    /** Somebody would be their own manager over others; nothing was changed. */
    record Circle() implements Saved {}
  }

  /** How deleting ended. */
  public sealed interface Deleted {

    record Done() implements Deleted {}

    record NoSuchTeam() implements Deleted {}

    /** These are in it; nothing was changed. */
    record InUse(List<String> users) implements Deleted {}
  }

  /** Makes those of these teams that are new. */
  void make(Connection connection, Collection<String> names, Instant at) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into team (name, updated_at) select unnest(?::text[]), ?"
                + " on conflict do nothing")) {
      insert.setArray(
          1, connection.createArrayOf("text", names.stream().filter(Objects::nonNull).toArray()));
      insert.setObject(2, at.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /** Makes a team as wanted, new or not; those whose manager changes by it are published. */
  public Saved save(String name, UUID managerId, Cause cause) throws SQLException {
    return transactions.call(connection -> save(connection, name, managerId, cause));
  }

  private Saved save(Connection connection, String name, UUID managerId, Cause cause)
      throws SQLException {
    SetupLock.take(connection);
    ReportingLines managers = tables.managers(connection);
    if (managerId != null && !managers.knows(managerId)) {
      return new Saved.NoSuchRep();
    }
    Set<UUID> before = new HashSet<>(managers.inCircles());
    managers.ofTeam(name, managerId);
    if (!before.containsAll(managers.inCircles())) {
      return new Saved.Circle();
    }
    Optional<Team> present = find(connection, name);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    make(connection, List.of(name), now);
    if (present.isEmpty() || !Objects.equals(present.get().managerId(), managerId)) {
      changeManager(connection, name, managerId, now, cause);
    }
    return new Saved.Done(present.isEmpty());
  }

  private void changeManager(
      Connection connection, String name, UUID managerId, Instant now, Cause cause)
      throws SQLException {
    List<UUID> members = members(connection, name);
    Subjects.lock(connection, members);
    try (PreparedStatement update =
            connection.prepareStatement(
                "update team set manager_id = ?, updated_at = ? where name = ?");
        PreparedStatement newer =
            connection.prepareStatement(
                "update rep set version = version + 1, updated_at = ? where team = ?"
                    + " and manager_id is null and left_at is null returning rep_id")) {
      update.setObject(1, managerId);
      update.setObject(2, now.atOffset(ZoneOffset.UTC));
      update.setString(3, name);
      update.executeUpdate();
      newer.setObject(1, now.atOffset(ZoneOffset.UTC));
      newer.setString(2, name);
      List<UUID> changed = ids(newer);
      log.append(
          connection, changed.stream().map(id -> Published.rosterChanged(id, now, cause)).toList());
    }
  }

  private static List<UUID> members(Connection connection, String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(OF_TEAM)) {
      query.setString(1, name);
      return ids(query);
    }
  }

  private static List<UUID> ids(PreparedStatement query) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        ids.add(row.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  /** Deletes a team in which nobody is. */
  public Deleted delete(String name) throws SQLException {
    return transactions.call(
        connection -> {
          SetupLock.take(connection);
          if (find(connection, name).isEmpty()) {
            return new Deleted.NoSuchTeam();
          }
          List<UUID> members = members(connection, name);
          if (!members.isEmpty()) {
            return new Deleted.InUse(
                tables
                    .withIds(connection, members.subList(0, Math.min(10, members.size())))
                    .values()
                    .stream()
                    .map(entry -> "rep " + entry.rep().name())
                    .sorted()
                    .toList());
          }
          try (PreparedStatement delete =
              connection.prepareStatement("delete from team where name = ?")) {
            delete.setString(1, name);
            delete.executeUpdate();
          }
          return new Deleted.Done();
        });
  }

  private static Optional<Team> find(Connection connection, String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SELECT + " where t.name = ?")) {
      query.setString(1, name);
      return read(query).stream().findFirst();
    }
  }

  /** The team of this name, or empty if there is none. */
  public Optional<Team> find(String name) throws SQLException {
    return transactions.call(connection -> find(connection, name));
  }

  /** Teams by name, behind this one. */
  public List<Team> list(String after, int most) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(SELECT + " where t.name > ? order by t.name limit ?")) {
            query.setString(1, after);
            query.setInt(2, most);
            return read(query);
          }
        });
  }

  private static List<Team> read(PreparedStatement query) throws SQLException {
    List<Team> teams = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        teams.add(
            new Team(
                row.getString("name"),
                row.getObject("manager_id", UUID.class),
                row.getInt("reps")));
      }
    }
    return teams;
  }
}
