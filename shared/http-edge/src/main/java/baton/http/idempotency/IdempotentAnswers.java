package baton.http.idempotency;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The SQL of table {@code idempotent_answer}. */
final class IdempotentAnswers {

  private static final String LOCK =
      "select n, pg_try_advisory_xact_lock(n) from unnest(?::bigint[]) n";

  private static final String FIND =
      "select a.scope, a.key_digest, request_digest, status, content_type, body, subject"
          + " from idempotent_answer a join unnest(?::text[], ?::bytea[]) c (scope, key_digest)"
          + " on a.scope = c.scope and a.key_digest = c.key_digest";

  private static final String STORE =
      "insert into idempotent_answer"
          + " (scope, key_digest, request_digest, status, content_type, body, subject)"
          + " select * from unnest(?::text[], ?::bytea[], ?::bytea[], ?::int[], ?::text[],"
          + " ?::bytea[], ?::uuid[]) on conflict do nothing returning scope, key_digest";

  private static final String FORGET =
      "delete from idempotent_answer where ctid = any (array("
          + "select ctid from idempotent_answer where created_at < ? limit ?))";

  Set<CallId> tryLock(Connection connection, List<CallId> calls) throws SQLException {
    Set<Long> locked = new HashSet<>();
    List<CallId> distinct = calls.stream().distinct().sorted().toList();
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setArray(1, array(connection, "bigint", distinct, CallId::lockNumber));
      try (ResultSet row = lock.executeQuery()) {
        while (row.next()) {
          if (row.getBoolean(2)) {
            locked.add(row.getLong(1));
          }
        }
      }
    }
    Set<CallId> ours = new HashSet<>(distinct);
    ours.removeIf(call -> !locked.contains(call.lockNumber()));
    return ours;
  }

  Map<CallId, StoredAnswer> find(Connection connection, List<CallId> calls) throws SQLException {
    Map<CallId, StoredAnswer> found = new HashMap<>();
    List<CallId> distinct = calls.stream().distinct().toList();
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setArray(1, array(connection, "text", distinct, CallId::scope));
      select.setArray(2, bytes(connection, distinct, id -> id.key().bytes()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          StoredAnswer answer = read(row);
          found.put(answer.call().id(), answer);
        }
      }
    }
    return found;
  }

  Set<CallId> store(Connection connection, List<StoredAnswer> given) throws SQLException {
    List<StoredAnswer> rows =
        given.stream().sorted((a, b) -> a.call().id().compareTo(b.call().id())).toList();
    Set<CallId> stored = new HashSet<>();
    try (PreparedStatement insert = connection.prepareStatement(STORE)) {
      insert.setArray(1, array(connection, "text", rows, row -> row.call().id().scope()));
      insert.setArray(2, bytes(connection, rows, row -> row.call().id().key().bytes()));
      insert.setArray(3, bytes(connection, rows, row -> row.call().request().bytes()));
      insert.setArray(4, array(connection, "int4", rows, row -> row.answer().status()));
      insert.setArray(5, array(connection, "text", rows, row -> row.answer().contentType()));
      insert.setArray(6, bytes(connection, rows, row -> row.answer().body()));
      insert.setArray(7, array(connection, "uuid", rows, row -> row.answer().subject()));
      try (ResultSet row = insert.executeQuery()) {
        while (row.next()) {
          stored.add(new CallId(row.getString(1), Sha256.stored(row.getBytes(2))));
        }
      }
    }
    return stored;
  }

  int forget(Connection connection, Instant olderThan, int most) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.setTimestamp(1, Timestamp.from(olderThan));
      delete.setInt(2, most);
      return delete.executeUpdate();
    }
  }

  int erase(Connection connection, UUID subject) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from idempotent_answer where subject = ?")) {
      delete.setObject(1, subject);
      return delete.executeUpdate();
    }
  }

  private static StoredAnswer read(ResultSet row) throws SQLException {
    CallId id = new CallId(row.getString("scope"), Sha256.stored(row.getBytes("key_digest")));
    return new StoredAnswer(
        new IdempotentCall(id, Sha256.stored(row.getBytes("request_digest"))),
        new Answer(
            row.getInt("status"),
            row.getString("content_type"),
            row.getBytes("body"),
            row.getObject("subject", UUID.class),
            false));
  }

  private static <T> Array array(
      Connection connection, String type, List<T> rows, Function<T, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(column).toArray());
  }

  /** The driver takes binary arrays as {@code byte[][]} only. */
  private static <T> Array bytes(Connection connection, List<T> rows, Function<T, byte[]> column)
      throws SQLException {
    return connection.createArrayOf("bytea", rows.stream().map(column).toArray(byte[][]::new));
  }
}
