package baton.intake.submission;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What submissions say of consent, behind what was said before; nothing is ever changed. */
final class ConsentWriter {

  private static final String INSERT =
      """
      insert into consent (id, lead_id, submission_id, purpose, granted, wording, mechanism, at,
                           recorded_at, of_history)
      select ?::uuid, ?::uuid, ?::uuid, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, h
        from (values (?)) as said (h)
       where not h or not exists (select from consent
                                   where lead_id in (select family_of(?)) and purpose = ?)""";

  private final Connection connection;

  ConsentWriter(Connection connection) {
    this.connection = connection;
  }

  /**
   * Writes what these submissions say of their leads, in their order. What history says of a
   * purpose of which somebody has said something is not taken: the last word counts.
   */
  void record(List<Description> descriptions) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      boolean any = false;
      for (Description description : descriptions) {
        for (Consent consent : description.person().content().consents()) {
          bind(insert, description.leadId(), description.submission(), consent);
          insert.addBatch();
          any = true;
        }
      }
      if (any) {
        insert.executeBatch();
      }
    }
  }

  private static void bind(
      PreparedStatement insert, UUID leadId, Submission submission, Consent consent)
      throws SQLException {
    insert.setObject(1, UuidCreator.getTimeOrderedEpoch());
    insert.setObject(2, leadId);
    insert.setObject(3, submission.id());
    insert.setString(4, consent.purpose());
    insert.setBoolean(5, consent.granted());
    insert.setString(6, consent.wording());
    insert.setString(7, consent.mechanism());
    insert.setObject(8, consent.at() == null ? null : consent.at().atOffset(ZoneOffset.UTC));
    insert.setObject(9, submission.arrivedAt().atOffset(ZoneOffset.UTC));
    insert.setBoolean(10, submission.isHistory());
    insert.setObject(11, leadId);
    insert.setString(12, consent.purpose());
  }
}
