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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The profiles as submissions change them: what a newer one says replaces what an older one said,
 * and history only adds what nobody has said yet.
 */
final class ProfileWriter {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Statements PROFILE =
      Statements.of("insert into profile as p (lead_id, %1$s) values (?, %2$s)", "lead_id");
  private static final Statements APART =
      Statements.of(
          "with side as (select * from sides_of(?))"
              + " insert into profile_apart as p (merged_lead, lead_id, %1$s)"
              + " select merged_lead, lead_id, %2$s from side",
          "merged_lead, lead_id");

  private final Connection connection;

  ProfileWriter(Connection connection) {
    this.connection = connection;
  }

  /**
   * Writes what is said of leads, in its order, under the leads' locks. History first: what it adds
   * to is the same, whatever came between.
   */
  void describe(List<Description> descriptions) throws SQLException {
    write(descriptions, PROFILE);
  }

  /**
   * The same on each side of a merge that these leads are on, where it is kept who each would be
   * without it.
   */
  void describeApart(List<Description> descriptions) throws SQLException {
    write(descriptions, APART);
  }

  private void write(List<Description> descriptions, Statements statements) throws SQLException {
    write(descriptions, statements.add(), true);
    write(descriptions, statements.replace(), false);
  }

  private void write(List<Description> descriptions, String sql, boolean history)
      throws SQLException {
    List<Description> some =
        descriptions.stream().filter(one -> one.submission().isHistory() == history).toList();
    if (some.isEmpty()) {
      return;
    }
    try (PreparedStatement upsert = connection.prepareStatement(sql)) {
      for (Description description : some) {
        bind(upsert, description);
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static void bind(PreparedStatement upsert, Description description) throws SQLException {
    Content content = description.person().content();
    upsert.setObject(1, description.leadId());
    upsert.setString(2, description.email());
    upsert.setString(3, description.phone());
    upsert.setString(4, content.givenName());
    upsert.setString(5, content.familyName());
    upsert.setString(6, content.fullName());
    upsert.setString(7, content.notes());
    upsert.setString(8, json(content.answers()));
    upsert.setString(9, content.title());
    upsert.setString(10, content.company());
    upsert.setString(11, content.country());
    upsert.setObject(12, description.submission().arrivedAt().atOffset(ZoneOffset.UTC));
    upsert.setBoolean(13, description.submission().isHistory());
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

  /**
   * How a word changes what is known.
   *
   * @param replace what it says counts, unless something that came later is known
   * @param add what is known counts
   */
  private record Statements(String replace, String add) {

    /** History tells of nobody that they were heard of. */
    private static final String LAST_HEARD_OF =
        "case when p.of_history then excluded.updated_at"
            + " else greatest(excluded.updated_at, p.updated_at) end";

    /**
     * @param insert with places for columns and values
     * @param key of the table
     */
    private static Statements of(String insert, String key) {
      String columns = "version, " + String.join(", ", ProfileFields.ALL);
      String into =
          insert.formatted(
                  columns + ", updated_at, of_history",
                  "1, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?")
              + " on conflict (%s) do update set version = p.version + 1, of_history = p.of_history and excluded.of_history, "
                  .formatted(key);
      return new Statements(
          into + changes(Statements::newer, LAST_HEARD_OF),
          into + changes(field -> over("p", "excluded", field), "p.updated_at"));
    }

    /** The later word, if both are the person's: one may have been in quarantine meanwhile. */
    private static String newer(String field) {
      return "case when p.of_history or excluded.updated_at >= p.updated_at then %s else %s end"
          .formatted(over("excluded", "p", field), over("p", "excluded", field));
    }

    /** What the stronger one says, or else the weaker. Of answers each counts by itself. */
    private static String over(String stronger, String weaker, String field) {
      return (field.equals("answers")
              ? "coalesce(%2$s.%3$s || %1$s.%3$s, %1$s.%3$s, %2$s.%3$s)"
              : "coalesce(%1$s.%3$s, %2$s.%3$s)")
          .formatted(stronger, weaker, field);
    }

    private static String changes(UnaryOperator<String> change, String updatedAt) {
      return ProfileFields.ALL.stream()
          .map(field -> field + " = " + change.apply(field))
          .collect(Collectors.joining(", ", "", ", updated_at = " + updatedAt));
    }
  }
}
