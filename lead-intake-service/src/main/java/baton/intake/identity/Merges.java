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
 * keys go to the one that stays. What each of them says goes on being kept apart, so that they can
 * be two again as if they had never been one.
 */
public final class Merges {

  private static final String FIELDS = String.join(", ", ProfileFields.ALL);

  private static final String TIME =
      """
      select greatest(?::timestamptz,
                      (select max(arrived_at) from receipt where lead_id = ?),
                      (select max(merged_at) + interval '1 microsecond' from lead_merge
                        where lead_id = any(?::uuid[]) or survivor_id = any(?::uuid[])))""";

  /** Which of the two was heard of last; what history says is no word of anybody. */
  private static final String PREVAILS =
      """
      select case when m.of_history = s.of_history then m.updated_at > s.updated_at
                  else s.of_history end
        from profile m, profile s where m.lead_id = ? and s.lead_id = ?""";

  private static final String KEEP_APART =
      "insert into profile_apart (merged_lead, lead_id, version, updated_at, of_history, "
          + FIELDS
          + ") select ?, lead_id, version, updated_at, of_history, "
          + FIELDS
          + " from profile where lead_id in (?, ?)";

  private static final String TAKE_OVER =
      "update profile p set version = p.version + 1, updated_at = case"
          + " when p.of_history = m.of_history then greatest(p.updated_at, m.updated_at)"
          + " when p.of_history then m.updated_at else p.updated_at end,"
          + " of_history = p.of_history and m.of_history, %s"
          + " from profile m where p.lead_id = ? and m.lead_id = ?";

  private static final String GIVE_BACK =
      "update profile p set version = p.version + 1, updated_at = a.updated_at,"
          + " of_history = a.of_history, "
          + each(field -> field + " = a." + field)
          + " from profile_apart a"
          + " where p.lead_id = ? and a.lead_id = p.lead_id and a.merged_lead = ?";

  private static final String RESTORE =
      "insert into profile (lead_id, version, updated_at, of_history, "
          + FIELDS
          + ") select lead_id, version + 2, updated_at, of_history, "
          + FIELDS
          + " from profile_apart where merged_lead = ? and lead_id = ?";

  private static final String RETURN_RECEIPTS =
      """
      update receipt r set lead_id = ?
       where r.lead_id = ?
         and exists (select from named_lead n
                      where n.submission_id = r.id and n.first
                        and n.lead_id in (select family_of(?)))""";

  /** With the submissions that they came with; what came alone named its lead itself. */
  private static final String RETURN_CONSENTS =
      """
      update consent c set lead_id = r.lead_id from receipt r
       where c.lead_id = ? and r.id = c.submission_id and r.lead_id = ?""";

  private Merges() {}

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
    execute(
        connection,
        "insert into lead_merge (lead_id, survivor_id, merged_at) values (?, ?, ?)",
        merged,
        survivor,
        at.atOffset(ZoneOffset.UTC));
    execute(connection, KEEP_APART, merged, merged, survivor);
    boolean prevails = prevails(connection, survivor, merged);
    String whose = prevails ? "coalesce(m.%1$s, p.%1$s)" : "coalesce(p.%1$s, m.%1$s)";
    String answers = prevails ? "p.answers || m.answers" : "m.answers || p.answers";
    String fields =
        each(
            field ->
                field.equals("answers")
                    ? "answers = coalesce(" + answers + ", p.answers, m.answers)"
                    : field + " = " + whose.formatted(field));
    execute(connection, TAKE_OVER.formatted(fields), survivor, merged);
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

  private static boolean prevails(Connection connection, UUID survivor, UUID merged)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(PREVAILS)) {
      query.setObject(1, merged);
      query.setObject(2, survivor);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** Makes them two again; the caller has locked both. */
  static void unmerge(Connection connection, UUID survivor, UUID unmerged) throws SQLException {
    execute(connection, GIVE_BACK, survivor, unmerged);
    execute(connection, RESTORE, unmerged, unmerged);
    execute(connection, "delete from profile_apart where merged_lead = ?", unmerged);
    execute(connection, "delete from lead_merge where lead_id = ?", unmerged);
    execute(connection, RETURN_RECEIPTS, unmerged, survivor, unmerged);
    execute(connection, RETURN_CONSENTS, survivor, unmerged);
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
