package baton.intake.submission;

import baton.http.digest.Sha256;
import baton.intake.Overtaken;
import baton.intake.submission.domain.MatchKey;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The tables of the door: receipts, leads and match keys, read and written a group at a time. */
final class SubmissionTables {

  private static final String ORIGINALS =
      """
      select r.source, r.dedup, r.id, r.outcome, r.reason, r.lead_id, r.content_hash
        from unnest(?::text[], ?::bytea[]) as wanted (source, dedup)
        join receipt r on r.source = wanted.source and r.dedup = wanted.dedup
       where r.outcome <> 'DUPLICATE'""";
  private static final String INSERT_KEYS =
      """
      insert into match_key (kind, value, lead_id, merged_from)
      select kind, value, lead_id, nullif(origin, lead_id)
        from unnest(?::text[], ?::text[], ?::uuid[], ?::uuid[]) as k (kind, value, lead_id, origin)
      on conflict do nothing""";
  private static final String OWNERS =
      """
      select k.kind, k.value, k.lead_id, coalesce(k.merged_from, k.lead_id),
             exists (select from lead_merge m where m.survivor_id = k.lead_id)
        from unnest(?::text[], ?::text[]) as w (kind, value)
        join match_key k on k.kind = w.kind and k.value = w.value""";
  private static final String INSERT_RECEIPT =
      """
      insert into receipt (id, source, campaign, dedup, content_hash, outcome, reason, lead_id,
                           duplicate_of, media_type, raw, arrived_at, door, sequence,
                           import_id, row_number)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final Connection connection;

  SubmissionTables(Connection connection) {
    this.connection = connection;
  }

  /** What makes a submission one. */
  record Once(String source, Sha256 dedup) {
    static Once of(Submission submission) {
      return new Once(submission.source(), submission.dedup());
    }
  }

  /** An earlier submission and its body. */
  record Original(Receipt receipt, Sha256 contentHash) {}

  Map<Once, Original> originals(List<Submission> group) throws SQLException {
    Map<Once, Original> found = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(ORIGINALS)) {
      query.setArray(
          1, connection.createArrayOf("text", group.stream().map(Submission::source).toArray()));
      query.setArray(
          2,
          connection.createArrayOf(
              "bytea", group.stream().map(s -> s.dedup().bytes()).toArray(byte[][]::new)));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.put(
              new Once(row.getString(1), Sha256.stored(row.getBytes(2))),
              new Original(
                  Receipt.stored(
                      row.getObject(3, UUID.class),
                      row.getString(4),
                      row.getObject(6, UUID.class),
                      row.getString(5)),
                  Sha256.stored(row.getBytes(7))));
        }
      }
    }
    return found;
  }

  Map<MatchKey, Owner> owners(Collection<MatchKey> keys) throws SQLException {
    Map<MatchKey, Owner> owners = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(OWNERS)) {
      query.setArray(
          1, connection.createArrayOf("text", keys.stream().map(k -> k.kind().name()).toArray()));
      query.setArray(
          2, connection.createArrayOf("text", keys.stream().map(MatchKey::value).toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          owners.put(
              new MatchKey(MatchKey.Kind.valueOf(row.getString(1)), row.getString(2)),
              new Owner(
                  row.getObject(3, UUID.class), row.getObject(4, UUID.class), row.getBoolean(5)));
        }
      }
    }
    return owners;
  }

  /**
   * Sorted, so that two groups that share keys wait for each other in one direction only.
   *
   * @throws Overtaken if another transaction took one of them meanwhile
   */
  void insertKeys(TreeMap<MatchKey, Owner> keys) throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT_KEYS)) {
      insert.setArray(
          1,
          connection.createArrayOf(
              "text", keys.keySet().stream().map(k -> k.kind().name()).toArray()));
      insert.setArray(
          2,
          connection.createArrayOf("text", keys.keySet().stream().map(MatchKey::value).toArray()));
      insert.setArray(3, uuids(keys.values(), Owner::lead));
      insert.setArray(4, uuids(keys.values(), Owner::origin));
      if (insert.executeUpdate() < keys.size()) {
        throw new Overtaken();
      }
    }
  }

  private Array uuids(Collection<Owner> owners, Function<Owner, UUID> which) throws SQLException {
    return connection.createArrayOf("uuid", owners.stream().map(which).toArray());
  }

  /** Mailboxes of functions, and who gave them beside something that tells who it is. */
  void insertMailboxes(Map<String, Set<UUID>> mailboxes) throws SQLException {
    if (mailboxes.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into shared_mailbox (address, lead_id) values (?, ?) on conflict do nothing")) {
      for (var mailbox : mailboxes.entrySet()) {
        for (UUID lead : mailbox.getValue()) {
          insert.setString(1, mailbox.getKey());
          insert.setObject(2, lead);
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  /** Whom submissions name, first the one whose it would be if nobody had been merged. */
  void insertNamed(Map<UUID, List<UUID>> named) throws SQLException {
    if (named.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into named_lead (submission_id, lead_id, first) values (?, ?, ?)")) {
      for (var submission : named.entrySet()) {
        for (UUID lead : submission.getValue()) {
          insert.setObject(1, submission.getKey());
          insert.setObject(2, lead);
          insert.setBoolean(3, lead.equals(submission.getValue().get(0)));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  void insertLeads(Map<UUID, Submission> leads) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into lead (id, created_at) values (?, ?)")) {
      for (var entry : leads.entrySet()) {
        insert.setObject(1, entry.getKey());
        insert.setObject(2, entry.getValue().arrivedAt().atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Has what these submissions lack fetched. */
  void insertFetches(List<Submission> unfetched) throws SQLException {
    if (unfetched.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into platform_fetch (submission_id, due_at) values (?, ?)")) {
      for (Submission submission : unfetched) {
        insert.setObject(1, submission.id());
        insert.setObject(2, submission.arrivedAt().atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  void insertReceipts(List<Submission> group, List<Receipt> receipts) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_RECEIPT)) {
      for (int i = 0; i < group.size(); i++) {
        boolean isRefused =
            receipts.get(i) instanceof Receipt.Duplicate duplicate
                && duplicate.isRefused(group.get(i).door());
        if (!isRefused) {
          bind(insert, group.get(i), receipts.get(i));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static void bind(PreparedStatement insert, Submission submission, Receipt receipt)
      throws SQLException {
    insert.setObject(1, submission.id());
    insert.setString(2, submission.source());
    insert.setString(3, submission.reading().campaign());
    insert.setBytes(4, submission.dedup().bytes());
    insert.setBytes(5, submission.contentHash().bytes());
    insert.setString(6, receipt.outcome());
    insert.setString(7, receipt.reason());
    insert.setObject(8, receipt.leadId());
    insert.setObject(
        9,
        receipt instanceof Receipt.Duplicate duplicate
            ? duplicate.original().submissionId()
            : null);
    insert.setString(10, submission.mediaType());
    insert.setBytes(11, receipt.isBodyKept() ? submission.raw() : null);
    insert.setObject(12, submission.arrivedAt().atOffset(ZoneOffset.UTC));
    insert.setString(13, submission.door().name());
    insert.setObject(14, submission.sequence());
    ListRow row = submission.row();
    insert.setObject(15, row == null ? null : row.list());
    insert.setObject(16, row == null ? null : row.number());
  }
}
