package baton.intake.submission;

import baton.intake.profile.ProfileFields;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The profiles as submissions change them: what a newer one says replaces what an older one said,
 * and history only adds what nobody has said yet.
 */
final class ProfileWriter {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REPLACE =
      upsert("coalesce(excluded.%1$s, p.%1$s)", "p", "excluded", "excluded");
  private static final String ADD = upsert("coalesce(p.%1$s, excluded.%1$s)", "excluded", "p", "p");

  private final Connection connection;

  /**
   * Of answers each counts by itself, like a field.
   *
   * @param heard whose time is that at which somebody was heard of: history is none
   */
  private static String upsert(String which, String weaker, String stronger, String heard) {
    String answers =
        "coalesce(%1$s.answers || %2$s.answers, %2$s.answers, %1$s.answers)"
            .formatted(weaker, stronger);
    String fields =
        ProfileFields.ALL.stream()
            .map(
                field ->
                    field + " = " + (field.equals("answers") ? answers : which.formatted(field)))
            .collect(Collectors.joining(", "));
    return """
        insert into profile as p (lead_id, version, %1$s, updated_at, of_history)
        values (?, 1, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
        on conflict (lead_id) do update set version = p.version + 1, %2$s,
          updated_at = %3$s.updated_at, of_history = p.of_history and excluded.of_history"""
        .formatted(String.join(", ", ProfileFields.ALL), fields, heard);
  }

  ProfileWriter(Connection connection) {
    this.connection = connection;
  }

  /**
   * Writes what these submissions say of their leads, in their order, under the leads' locks.
   * History first: what it adds to is the same, whatever came between.
   */
  void describe(Map<UUID, List<Submission>> submissions) throws SQLException {
    describe(submissions, ADD, true);
    describe(submissions, REPLACE, false);
  }

  private void describe(Map<UUID, List<Submission>> submissions, String sql, boolean history)
      throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      boolean any = false;
      for (var ofLead : submissions.entrySet()) {
        for (Submission submission : ofLead.getValue()) {
          if (submission.isHistory() == history
              && submission.reading() instanceof Reading.Usable usable) {
            bind(upsert, ofLead.getKey(), submission, usable.person());
            upsert.addBatch();
            any = true;
          }
        }
      }
      if (any) {
        upsert.executeBatch();
      }
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
    upsert.setBoolean(13, submission.isHistory());
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
