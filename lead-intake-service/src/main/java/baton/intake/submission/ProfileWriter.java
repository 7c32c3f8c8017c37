package baton.intake.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The profiles as submissions change them: what a newer one says replaces what an older one said.
 */
final class ProfileWriter {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String UPSERT =
      """
      insert into profile as p (lead_id, version, email, phone, given_name, family_name, full_name,
                                notes, answers, title, company, country, updated_at)
      values (?, 1, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
      on conflict (lead_id) do update set
        version = p.version + 1,
        email = coalesce(excluded.email, p.email),
        phone = coalesce(excluded.phone, p.phone),
        given_name = coalesce(excluded.given_name, p.given_name),
        family_name = coalesce(excluded.family_name, p.family_name),
        full_name = coalesce(excluded.full_name, p.full_name),
        notes = coalesce(excluded.notes, p.notes),
        answers = coalesce(p.answers || excluded.answers, excluded.answers, p.answers),
        title = coalesce(excluded.title, p.title),
        company = coalesce(excluded.company, p.company),
        country = coalesce(excluded.country, p.country),
        updated_at = excluded.updated_at""";

  private final Connection connection;

  ProfileWriter(Connection connection) {
    this.connection = connection;
  }

  /** Writes what these submissions say of their leads, in their order, under the leads' locks. */
  void describe(Map<UUID, List<Submission>> submissions) throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
      for (var ofLead : submissions.entrySet()) {
        for (Submission submission : ofLead.getValue()) {
          if (submission.reading() instanceof Reading.Usable usable) {
            bind(upsert, ofLead.getKey(), submission, usable.person());
            upsert.addBatch();
          }
        }
      }
      upsert.executeBatch();
    }
  }

  private static void bind(
      PreparedStatement upsert, UUID leadId, Submission submission, Person person)
      throws SQLException {
    Content content = person.content();
    upsert.setObject(1, leadId);
    upsert.setString(2, content.email());
    upsert.setString(3, person.phone());
    upsert.setString(4, content.givenName());
    upsert.setString(5, content.familyName());
    upsert.setString(6, content.fullName());
    upsert.setString(7, content.notes());
    upsert.setString(8, json(content.answers()));
    upsert.setString(9, content.title());
    upsert.setString(10, content.company());
    upsert.setString(11, content.country());
    upsert.setObject(12, submission.arrivedAt().atOffset(ZoneOffset.UTC));
  }

  private static String json(Map<String, String> answers) {
    if (answers == null || answers.isEmpty()) {
      return null;
    }
    try {
      return JSON.writeValueAsString(answers);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
