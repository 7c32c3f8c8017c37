package baton.intake.erasure;

import baton.eventlog.Cause;
import baton.eventlog.EventLog;
import baton.eventlog.Subjects;
import baton.eventlog.Transactions;
import baton.events.intake.LeadErased;
import baton.intake.Contended;
import baton.intake.Published;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Erases a lead, and sends its tombstone again for as long as a copy may still be about. */
@Singleton
public class EraseLead {

  /** A tombstone is sent again this often. */
  static final Duration RESEND_EVERY = Duration.ofDays(1);

  /** A tombstone is sent again for this long. */
  static final Duration RESEND_FOR = Duration.ofDays(7);

  private static final int RESEND_AT_ONCE = 500;

  /** Also those of submissions that are another's, who is kept apart. */
  private static final String BODIES_THAT_NAME_IT =
      "update receipt set raw = null where id in"
          + " (select submission_id from named_lead where lead_id = ?)";

  private final Transactions transactions;
  private final EventLog log;
  private final WaitingSubmissions waiting;
  private final Clock clock;

  EraseLead(Transactions transactions, EventLog log, WaitingSubmissions waiting, Clock clock) {
    this.waiting = waiting;
    this.transactions = transactions;
    this.log = log;
    this.clock = clock;
  }

  /** How an erasure ended. */
  public enum Erasure {
    DONE,
    /** It was erased before; nothing was left to do. */
    ALREADY,
    NO_SUCH_LEAD
  }

  /**
   * Erases the lead with all that turned out to be the same person, and what waits and mentions one
   * of its addresses.
   */
  public Erasure erase(UUID leadId, Cause cause) throws SQLException {
    return erase(leadId, cause, new HashSet<>());
  }

  /**
   * The same.
   *
   * @param looked addresses of which what waits was deleted already; takes those of this one
   */
  Erasure erase(UUID leadId, Cause cause, Set<String> looked) throws SQLException {
    forget(addresses(leadId), looked, cause);
    Set<String> addresses = new HashSet<>();
    Erasure erasure = erase(leadId, addresses, cause);
    // Also of whom the lead turned out to be meanwhile.
    forget(addresses, looked, cause);
    return erasure;
  }

  private void forget(Set<String> addresses, Set<String> looked, Cause cause) throws SQLException {
    waiting.delete(addresses.stream().filter(looked::add).map(Mention::new).toList(), cause);
  }

  /**
   * Erases it.
   *
   * @param addresses takes those that it had
   */
  private Erasure erase(UUID leadId, Set<String> addresses, Cause cause) throws SQLException {
    return Contended.call(
        transactions,
        connection -> {
          Instant now = clock.instant();
          if (standing(connection, leadId) == Standing.UNKNOWN) {
            return Erasure.NO_SUCH_LEAD;
          }
          List<UUID> person = lockedPerson(connection, leadId);
          if (standing(connection, leadId) == Standing.ERASED) {
            return Erasure.ALREADY;
          }
          addresses.addAll(addresses(connection, leadId));
          for (UUID one : person) {
            erase(connection, one, now, cause);
          }
          return Erasure.DONE;
        });
  }

  /** All leads that are this person, locked. */
  private static List<UUID> lockedPerson(Connection connection, UUID leadId) throws SQLException {
    List<UUID> locked = List.of();
    List<UUID> person = person(connection, leadId);
    while (!locked.equals(person)) {
      Subjects.lock(connection, person);
      locked = person;
      person = person(connection, leadId);
    }
    return person;
  }

  private static List<UUID> person(Connection connection, UUID leadId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select member from family_of(survivor_of(?)) member order by member")) {
      query.setObject(1, leadId);
      List<UUID> person = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          person.add(row.getObject(1, UUID.class));
        }
      }
      return person;
    }
  }

  private void erase(Connection connection, UUID leadId, Instant now, Cause cause)
      throws SQLException {
    mark(connection, leadId, now);
    clear(connection, "delete from match_key where lead_id = ?", leadId);
    clear(connection, "delete from shared_mailbox where lead_id = ?", leadId);
    clear(connection, "delete from profile where lead_id = ?", leadId);
    clear(connection, "delete from lead_merge where lead_id = ?", leadId);
    clear(connection, "delete from profile_apart where merged_lead = ?", leadId);
    clear(connection, "delete from consent where lead_id = ?", leadId);
    clear(connection, "delete from external_identity where lead_id = ?", leadId);
    clear(connection, "update receipt set raw = null where lead_id = ?", leadId);
    clear(connection, BODIES_THAT_NAME_IT, leadId);
    clear(connection, "delete from named_lead where lead_id = ?", leadId);
    remember(connection, leadId, now);
    log.append(
        connection,
        List.of(
            Published.fact(new LeadErased(leadId, now), cause),
            Published.profileChanged(leadId, now, cause)));
  }

  /** Sends the tombstones that are due again; returns how many. */
  public int resendTombstones() throws SQLException {
    return transactions.call(
        connection -> {
          Instant now = clock.instant();
          List<UUID> due = due(connection, now);
          log.append(
              connection,
              due.stream()
                  .map(leadId -> Published.profileChanged(leadId, now, Cause.ofItself()))
                  .toList());
          return due.size();
        });
  }

  private Set<String> addresses(UUID leadId) throws SQLException {
    return transactions.call(connection -> addresses(connection, leadId));
  }

  private static Set<String> addresses(Connection connection, UUID leadId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select value from match_key where kind = 'EMAIL'"
                + " and lead_id in (select family_of(survivor_of(?)))")) {
      query.setObject(1, leadId);
      Set<String> addresses = new HashSet<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          addresses.add(row.getString(1));
        }
      }
      return addresses;
    }
  }

  private enum Standing {
    KNOWN,
    ERASED,
    UNKNOWN
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

  private static void mark(Connection connection, UUID leadId, Instant now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update lead set erased_at = ? where id = ?")) {
      update.setObject(1, now.atOffset(ZoneOffset.UTC));
      update.setObject(2, leadId);
      update.executeUpdate();
    }
  }

  private static void clear(Connection connection, String sql, UUID leadId) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, leadId);
      update.executeUpdate();
    }
  }

  private static void remember(Connection connection, UUID leadId, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into erasure (lead_id, erased_at, resend_at) values (?, ?, ?)")) {
      insert.setObject(1, leadId);
      insert.setObject(2, now.atOffset(ZoneOffset.UTC));
      insert.setObject(3, now.plus(RESEND_EVERY).atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /** Takes what is due and sets it to the next day, or to never once the week is over. */
  private static List<UUID> due(Connection connection, Instant now) throws SQLException {
    String sql =
        """
        update erasure set resend_at = case when ? < erased_at + ?::interval then ?::timestamptz end
         where lead_id in (select lead_id from erasure where resend_at <= ?
                            order by lead_id limit ? for update skip locked)
        returning lead_id""";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, now.atOffset(ZoneOffset.UTC));
      update.setString(2, RESEND_FOR.toString());
      update.setObject(3, now.plus(RESEND_EVERY).atOffset(ZoneOffset.UTC));
      update.setObject(4, now.atOffset(ZoneOffset.UTC));
      update.setInt(5, RESEND_AT_ONCE);
      List<UUID> due = new ArrayList<>();
      try (ResultSet row = update.executeQuery()) {
        while (row.next()) {
          due.add(row.getObject(1, UUID.class));
        }
      }
      return due;
    }
  }
}
