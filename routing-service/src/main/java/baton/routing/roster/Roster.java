package baton.routing.roster;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.Subjects;
import baton.eventlog.Transactions;
import baton.routing.Published;
import baton.routing.assignment.AssignLeads;
import baton.routing.assignment.Round;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps the roster. */
@Singleton
public class Roster {

  private static final String TAKEN =
      """
      select system from rep_external_id
       where (system, external_id) in (select * from unnest(?::text[], ?::text[])) and rep_id <> ?
       order by system limit 1""";

  private final Transactions transactions;
  private final AssignLeads assign;
  private final EventLog log;
  private final Clock clock;

  Roster(Transactions transactions, AssignLeads assign, EventLog log, Clock clock) {
    this.transactions = transactions;
    this.assign = assign;
    this.log = log;
    this.clock = clock;
  }

  /** How saving ended. */
  public sealed interface Saved {

    /** The rep is as wanted; {@code created} if it is new. */
    record Done(RosterEntry entry, boolean created) implements Saved {}

    /** Another rep has the external id of this system already: nothing was changed. */
    record ExternalIdTaken(String system) implements Saved {}
  }

  /**
   * Makes a rep as wanted, new or not. Its version grows and the roster is published only if
   * anything changed. Leads that wait are served at once if they can be.
   */
  public Saved save(RosterEntry.Wanted wanted, Cause cause) throws SQLException {
    Saved saved = transactions.call(connection -> save(connection, wanted, cause));
    if (saved instanceof Saved.Done) {
      assign.serveHeld(cause);
    }
    return saved;
  }

  private Saved save(Connection connection, RosterEntry.Wanted wanted, Cause cause)
      throws SQLException {
    UUID repId = wanted.repId();
    Subjects.lock(connection, List.of(repId));
    assign.lock(connection);
    Optional<String> taken = takenSystem(connection, repId, wanted.externalIds());
    if (taken.isPresent()) {
      return new Saved.ExternalIdTaken(taken.get());
    }
    RepEntity row = RepEntity.findById(repId);
    boolean created = row == null;
    if (created) {
      row = new RepEntity();
      row.repId = repId;
    } else {
      RosterEntry before = row.toDomain();
      if (wanted.at(before.rep().version(), before.rep().updatedAt()).equals(before)) {
        return new Saved.Done(before, false);
      }
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    row.become(wanted.at(row.version + 1, now));
    row.persist();
    Panache.getEntityManager().flush();
    if (created) {
      assign.join(connection, repId);
    }
    log.append(connection, List.of(Published.rosterChanged(repId, now, cause)));
    Round round = assign.begin(connection);
    round.rosterMayHaveChanged(cause);
    round.finish();
    return new Saved.Done(row.toDomain(), created);
  }

  private static Optional<String> takenSystem(
      Connection connection, UUID repId, Map<String, String> externalIds) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TAKEN)) {
      query.setArray(1, connection.createArrayOf("text", externalIds.keySet().toArray()));
      query.setArray(2, connection.createArrayOf("text", externalIds.values().toArray()));
      query.setObject(3, repId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  /** The rep of this id, or empty if there is none. */
  public Optional<RosterEntry> find(UUID repId) {
    return QuarkusTransaction.requiringNew()
        .call(() -> RepEntity.<RepEntity>findByIdOptional(repId).map(RepEntity::toDomain));
  }

  /** Those of these reps that exist. */
  List<RosterEntry> all(Collection<UUID> repIds) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                RepEntity.<RepEntity>list("repId in ?1", List.copyOf(repIds)).stream()
                    .map(RepEntity::toDomain)
                    .toList());
  }

  /** Reps in the order of name and id, beginning after this one. */
  public List<RosterEntry> list(String afterName, UUID afterId, int most) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                RepEntity.<RepEntity>find(
                        "name > ?1 or (name = ?1 and repId > ?2) order by name, repId",
                        afterName,
                        afterId)
                    .range(0, most - 1)
                    .stream()
                    .map(RepEntity::toDomain)
                    .toList());
  }
}
