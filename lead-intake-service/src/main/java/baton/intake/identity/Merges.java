package baton.intake.identity;

import baton.intake.profile.ProfileFields;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Makes one lead of two, and two of one again. What the one that was heard of last said stands, and
 * what only the other said is added. Receipts and consents stay with the lead that they came with;
 * keys go to the one that stays.
 */
public final class Merges {

  private static final String TIME =
      """
      select greatest(?::timestamptz,
                      (select max(arrived_at) from receipt where lead_id = ?),
                      (select max(merged_at) + interval '1 microsecond' from lead_merge
                        where lead_id = any(?::uuid[]) or survivor_id = any(?::uuid[])))""";

  /** Of both, as they were; which prevails is what it returns. */
  private static final String REMEMBER =
      """
      insert into lead_merge (lead_id, survivor_id, merged_at, profile, survivor_before)
      select ?, ?, ?, to_jsonb(m), to_jsonb(s)
        from (select 1) one
        left join profile m on m.lead_id = ?
        left join profile s on s.lead_id = ?
      returning coalesce(
        case when profile ->> 'of_history' = survivor_before ->> 'of_history'
             then (profile ->> 'updated_at')::timestamptz
                  > (survivor_before ->> 'updated_at')::timestamptz
             else (survivor_before ->> 'of_history')::boolean end, false)""";

  private static final String TAKE_OVER =
      "update profile p set version = p.version + 1, updated_at = greatest(p.updated_at,"
          + " m.updated_at), of_history = p.of_history and m.of_history, %s"
          + " from profile m where p.lead_id = ? and m.lead_id = ?";

  private static final String NOTE_AFTER =
      """
      update lead_merge set survivor_after = (select to_jsonb(p) from profile p where p.lead_id = ?)
       where lead_id = ? and survivor_id = ?""";

  /** By question: what was taken over, and is still so, is as it was before. */
  private static final String ANSWERS =
      """
      answers = (select jsonb_object_agg(question, answer)
                   from (select question,
                                case when now.answer = taken.answer
                                      and taken.answer is distinct from own.answer
                                     then own.answer else now.answer end as answer
                           from jsonb_each(coalesce(p.answers, '{}')) now (question, answer)
                           left join jsonb_each(coalesce(a.answers, '{}')) taken (question, answer)
                                     using (question)
                           left join jsonb_each(coalesce(b.answers, '{}')) own (question, answer)
                                     using (question)) each
                  where answer is not null)""";

  /** Also a contact that was said since, if it is by a key that goes back. */
  private static final String CONTACT =
      """
      %1$s = case when p.%1$s is not distinct from a.%1$s
                    or exists (select from match_key k
                                where k.lead_id = p.lead_id and k.kind = '%2$s'
                                  and k.value = lower(trim(p.%1$s))
                                  and k.merged_from in (select family_of(m.lead_id)))
                  then b.%1$s else p.%1$s end""";

  /** What is still as it became by the merge is as it was before. */
  private static final String GIVE_BACK =
      "update profile p set version = p.version + 1, "
          + each(Merges::givenBack)
          + ", of_history = p.of_history or b.of_history and p.updated_at = a.updated_at"
          + " from lead_merge m,"
          + " jsonb_populate_record(null::profile, m.survivor_after) a,"
          + " jsonb_populate_record(null::profile, m.survivor_before) b"
          + " where p.lead_id = ? and m.lead_id = ? and m.survivor_id = p.lead_id";

  private static final String RESTORE =
      "insert into profile (lead_id, version, updated_at, of_history, "
          + String.join(", ", ProfileFields.ALL)
          + ") select r.lead_id, r.version + 2, r.updated_at, r.of_history, "
          + each(field -> "r." + field)
          + " from lead_merge m, jsonb_populate_record(null::profile, m.profile) r"
          + " where m.lead_id = ? and m.survivor_id = ? and m.profile is not null";

  private Merges() {}

  private static String givenBack(String field) {
    return switch (field) {
      case "answers" -> ANSWERS;
      case "email" -> CONTACT.formatted(field, "EMAIL");
      case "phone" -> CONTACT.formatted(field, "PHONE");
      default ->
          "%1$s = case when p.%1$s is not distinct from a.%1$s then b.%1$s else p.%1$s end"
              .formatted(field);
    };
  }

  /**
   * A time for merging or unmerging these two: not before now, nor before anything that the second
   * one submitted, nor at the time of another merge of either.
   */
  public static Instant timeFor(Connection connection, UUID one, UUID other, Instant now)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TIME)) {
      query.setObject(1, now.atOffset(ZoneOffset.UTC));
      query.setObject(2, other);
      query.setArray(3, connection.createArrayOf("uuid", new UUID[] {one, other}));
      query.setArray(4, connection.createArrayOf("uuid", new UUID[] {one, other}));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getObject(1, OffsetDateTime.class).toInstant();
      }
    }
  }

  private static String each(UnaryOperator<String> what) {
    return ProfileFields.ALL.stream().map(what).collect(Collectors.joining(", "));
  }

  /**
   * Makes one lead of two, which the caller has locked.
   *
   * @return the one of the two whose words hold
   */
  public static UUID merge(Connection connection, UUID survivor, UUID merged, Instant at)
      throws SQLException {
    boolean prevails = remember(connection, survivor, merged, at);
    String whose = prevails ? "coalesce(m.%1$s, p.%1$s)" : "coalesce(p.%1$s, m.%1$s)";
    String answers = prevails ? "p.answers || m.answers" : "m.answers || p.answers";
    String fields =
        each(
            field ->
                field.equals("answers")
                    ? "answers = coalesce(" + answers + ", p.answers, m.answers)"
                    : field + " = " + whose.formatted(field));
    execute(connection, TAKE_OVER.formatted(fields), survivor, merged);
    execute(connection, NOTE_AFTER, survivor, merged, survivor);
    execute(connection, "delete from profile where lead_id = ?", merged);
    execute(
        connection,
        "update match_key set lead_id = ?, merged_from = coalesce(merged_from, lead_id)"
            + " where lead_id = ?",
        survivor,
        merged);
    execute(connection, "update lead set merged_into = ? where id = ?", survivor, merged);
    return prevails ? merged : survivor;
  }

  private static boolean remember(Connection connection, UUID survivor, UUID merged, Instant at)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
      insert.setObject(1, merged);
      insert.setObject(2, survivor);
      insert.setObject(3, at.atOffset(ZoneOffset.UTC));
      insert.setObject(4, merged);
      insert.setObject(5, survivor);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Makes them two again; the caller has locked both. */
  static void unmerge(Connection connection, UUID survivor, UUID unmerged) throws SQLException {
    execute(connection, GIVE_BACK, survivor, unmerged);
    execute(connection, RESTORE, unmerged, survivor);
    execute(
        connection,
        "delete from lead_merge where lead_id = ? and survivor_id = ?",
        unmerged,
        survivor);
    execute(
        connection,
        "update match_key set lead_id = ?, merged_from = nullif(merged_from, ?)"
            + " where lead_id = ? and merged_from in (select family_of(?))",
        unmerged,
        unmerged,
        survivor,
        unmerged);
    execute(connection, "update lead set merged_into = null where id = ?", unmerged);
    KeptApart.add(connection, survivor, unmerged);
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
