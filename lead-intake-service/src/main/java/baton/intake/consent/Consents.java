package baton.intake.consent;

import baton.eventlog.Subjects;
import baton.eventlog.Transactions;
import baton.http.digest.Sha256;
import baton.intake.submission.Consent;
import baton.intake.submission.UnstorableText;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What leads said about being contacted. It is appended to and never changed. */
@Singleton
public class Consents {

  private static final String SELECT =
      "select id, submission_id, purpose, granted, wording, mechanism, at, recorded_at from consent";
  private static final String APPEND =
      """
      insert into consent (id, lead_id, dedup, purpose, granted, wording, mechanism, at,
                           recorded_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (lead_id, dedup) do nothing""";

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final Transactions transactions;
  private final Clock clock;

  Consents(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * One thing that was said.
   *
   * @param submissionId with which it came, or null if it came alone
   * @param recordedAt Baton's receipt
   */
  public record Recorded(UUID id, UUID submissionId, Consent consent, Instant recordedAt) {}

  /**
   * All that this lead said, and those that turned out to be the same person, in the order in which
   * it came to Baton's door, also where it was released from quarantine later; first what history
   * says.
   */
  public List<Recorded> of(UUID leadId) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  SELECT
                      + " where lead_id in (select family_of(survivor_of(?)))"
                      + " order by of_history desc, recorded_at, id")) {
            query.setObject(1, leadId);
            List<Recorded> all = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                all.add(recorded(row));
              }
            }
            return all;
          }
        });
  }

  private static Recorded recorded(ResultSet row) throws SQLException {
    return new Recorded(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        new Consent(
            row.getString(3),
            row.getBoolean(4),
            row.getString(5),
            row.getString(6),
            instant(row.getObject(7, OffsetDateTime.class))),
        instant(row.getObject(8, OffsetDateTime.class)));
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** How appending ended. */
  public enum Appended {
    DONE,
    /** It was appended before, with the same content. */
    BEFORE,
    /** Something else was appended under this key before. */
    ANOTHER,
    /** It holds something that cannot be stored, such as a NUL character, or a time far off. */
    UNSTORABLE,
    /** There is no such lead, or none any more. */
    NO_SUCH_LEAD
  }

  /**
   * Appends what a lead said.
   *
   * @param key that names the call
   */
  public Appended append(UUID leadId, Sha256 key, Consent consent) throws SQLException {
    boolean isFarOff =
        consent.at() != null && (consent.at().isBefore(EARLIEST) || consent.at().isAfter(LATEST));
    if (isFarOff || UnstorableText.isIn(List.of(consent))) {
      return Appended.UNSTORABLE;
    }
    return transactions.call(
        connection -> {
          Subjects.lock(connection, List.of(leadId));
          if (!isKnown(connection, leadId)) {
            return Appended.NO_SUCH_LEAD;
          }
          if (insert(connection, leadId, key, consent)) {
            return Appended.DONE;
          }
          return earlier(connection, leadId, key).equals(consent)
              ? Appended.BEFORE
              : Appended.ANOTHER;
        });
  }

  private static boolean isKnown(Connection connection, UUID leadId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select from lead where id = ? and erased_at is null")) {
      query.setObject(1, leadId);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  private boolean insert(Connection connection, UUID leadId, Sha256 key, Consent consent)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
      insert.setObject(1, UuidCreator.getTimeOrderedEpoch());
      insert.setObject(2, leadId);
      insert.setBytes(3, key.bytes());
      insert.setString(4, consent.purpose());
      insert.setBoolean(5, consent.granted());
      insert.setString(6, consent.wording());
      insert.setString(7, consent.mechanism());
      insert.setObject(8, consent.at() == null ? null : consent.at().atOffset(ZoneOffset.UTC));
      insert.setObject(9, clock.instant().atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }

  private static Consent earlier(Connection connection, UUID leadId, Sha256 key)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(SELECT + " where lead_id = ? and dedup = ?")) {
      query.setObject(1, leadId);
      query.setBytes(2, key.bytes());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return recorded(row).consent();
      }
    }
  }
}
