package baton.intake.identity;

import baton.eventlog.Subjects;
import baton.eventlog.Transactions;
import baton.events.intake.LeadProfile;
import baton.intake.profile.ProfileState;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Who a lead is: contact details, and the ids by which other systems know it. */
@Singleton
public class Identities {

  private final Transactions transactions;
  private final ProfileState profiles;

  Identities(Transactions transactions, ProfileState profiles) {
    this.transactions = transactions;
    this.profiles = profiles;
  }

  /** Contact details and external ids, by system. */
  public record Known(LeadProfile profile, Map<String, String> externalIds) {}

  /** Whether there is such a lead. */
  public enum Standing {
    KNOWN,
    ERASED,
    UNKNOWN
  }

  /**
   * Who this lead is, or the one that it turned out to be; empty if there is no such lead, or it
   * was erased.
   */
  public Optional<Known> find(UUID leadId) throws SQLException {
    return transactions.call(
        connection -> {
          UUID survivor = survivor(connection, leadId);
          Optional<LeadProfile> profile = profiles.of(connection, survivor);
          if (profile.isEmpty()) {
            // Merged between the two looks, perhaps.
            survivor = survivor(connection, leadId);
            profile = profiles.of(connection, survivor);
          }
          if (profile.isEmpty()) {
            return Optional.empty();
          }
          return Optional.of(new Known(profile.get(), externalIds(connection, survivor)));
        });
  }

  /** Whether this lead exists, existed, or never did. */
  public Standing standing(UUID leadId) throws SQLException {
    return transactions.call(connection -> standing(connection, leadId));
  }

  /** How naming a lead in another system ended. */
  public enum Naming {
    DONE,
    NO_SUCH_LEAD,
    TAKEN_BY_ANOTHER_LEAD
  }

  /** Stores the id by which a system knows the lead, in place of one it gave before. */
  public Naming name(UUID leadId, String system, String externalId) throws SQLException {
    try {
      return transactions.call(
          connection -> {
            if (standing(connection, leadId) != Standing.KNOWN) {
              return Naming.NO_SUCH_LEAD;
            }
            Subjects.lock(connection, List.of(leadId));
            if (standing(connection, leadId) != Standing.KNOWN) {
              return Naming.NO_SUCH_LEAD; // erased while the lock was awaited
            }
            store(connection, leadId, system, externalId);
            return Naming.DONE;
          });
    } catch (Taken e) {
      return Naming.TAKEN_BY_ANOTHER_LEAD;
    }
  }

  private static void store(Connection connection, UUID leadId, String system, String externalId)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from external_identity where lead_id = ? and system = ?")) {
      delete.setObject(1, leadId);
      delete.setString(2, system);
      delete.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into external_identity (system, external_id, lead_id) values (?, ?, ?)"
                + " on conflict (system, external_id) do nothing")) {
      insert.setString(1, system);
      insert.setString(2, externalId);
      insert.setObject(3, leadId);
      if (insert.executeUpdate() == 0) {
        throw new Taken();
      }
    }
  }

  /** Undoes the transaction, in which the lead has lost the id that it had before. */
  private static final class Taken extends RuntimeException {
    private Taken() {
      super("another lead has this id");
    }
  }

  private static Standing standing(Connection connection, UUID leadId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select erased_at is not null from lead where id = ?")) {
      query.setObject(1, leadId);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Standing.UNKNOWN;
        }
        return row.getBoolean(1) ? Standing.ERASED : Standing.KNOWN;
      }
    }
  }

  private static UUID survivor(Connection connection, UUID leadId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select coalesce(survivor_of(?), ?)")) {
      query.setObject(1, leadId);
      query.setObject(2, leadId);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    }
  }

  private static Map<String, String> externalIds(Connection connection, UUID leadId)
      throws SQLException {
    Map<String, String> ids = new TreeMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select system, external_id from external_identity where lead_id = ?")) {
      query.setObject(1, leadId);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          ids.put(row.getString(1), row.getString(2));
        }
      }
    }
    return ids;
  }
}
