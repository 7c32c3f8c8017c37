package baton.proving.bench;

import baton.proving.bench.load.Leads;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The rows that intake writes for a new lead, in its own tables, by statements prepared once and
 * nothing around them: what this database on this machine could do.
 *
 * @param url of a database that has intake's tables and whose leads are not needed
 */
record PlainJdbc(String url, String user, String password, Leads leads, AtomicLong next) {

  private static final int HASH = 32;

  private static final List<String> STATEMENTS =
      List.of(
          "insert into match_key (kind, value, lead_id) values (?, ?, ?)",
          "insert into lead (id, created_at) values (?, ?)",
          "insert into profile (lead_id, version, email, phone, given_name, family_name, title,"
              + " company, country, updated_at) values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)",
          "insert into receipt (id, source, campaign, dedup, content_hash, outcome, lead_id,"
              + " media_type, raw, arrived_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          "insert into subject (id, last_sequence) values (?, 1)",
          "insert into event (event_id, topic, subject, sequence, type, payload, occurred_at,"
              + " recorded_at, correlation_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)");

  /**
   * Writes leads for this long.
   *
   * @param writers connections
   * @param group leads in a transaction
   * @return leads in a second
   */
  double run(int writers, int group, Duration length) {
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      long begin = System.nanoTime();
      long end = begin + length.toNanos();
      List<Callable<Long>> work = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        work.add(() -> writeUntil(end, group));
      }
      long written = 0;
      for (Future<Long> one : threads.invokeAll(work)) {
        written += one.get();
      }
      return written / ((System.nanoTime() - begin) / 1e9);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdown();
    }
  }

  private long writeUntil(long end, int group) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("reWriteBatchedInserts", "true");
    long written = 0;
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      connection.setAutoCommit(false);
      List<PreparedStatement> inserts = new ArrayList<>();
      for (String sql : STATEMENTS) {
        inserts.add(connection.prepareStatement(sql));
      }
      while (System.nanoTime() < end) {
        for (int i = 0; i < group; i++) {
          add(inserts, next.getAndIncrement());
        }
        for (PreparedStatement insert : inserts) {
          insert.executeBatch();
        }
        connection.commit();
        written += group;
      }
    }
    return written;
  }

  private void add(List<PreparedStatement> inserts, long number) throws SQLException {
    UUID lead = UUID.randomUUID();
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    byte[] body = leads.body(number);
    insert(inserts.get(0), "EMAIL", leads.email(number), lead);
    insert(inserts.get(0), "PHONE", leads.phone(number), lead);
    insert(inserts.get(1), lead, now);
    insert(
        inserts.get(2),
        lead,
        leads.email(number),
        leads.phone(number),
        "Jo",
        "Bench" + number,
        "Head of Purchasing",
        "Example Industries",
        "DE",
        now);
    insert(
        inserts.get(3),
        UUID.randomUUID(),
        "api",
        "spring",
        hash(),
        hash(),
        "NEW_LEAD",
        lead,
        "application/json",
        body,
        now);
    insert(inserts.get(4), lead);
    event(inserts.get(5), "baton.intake", lead, 1L, "baton.lead.received.v1", payload(), now);
    event(inserts.get(5), "baton.lead-profile", lead, null, "baton.lead.profile.v1", null, now);
  }

  private static void event(
      PreparedStatement insert,
      String topic,
      UUID lead,
      Long sequence,
      String type,
      byte[] payload,
      OffsetDateTime now)
      throws SQLException {
    insert.setObject(1, UUID.randomUUID());
    insert.setString(2, topic);
    insert.setObject(3, lead);
    insert.setObject(4, sequence, java.sql.Types.BIGINT);
    insert.setString(5, type);
    insert.setBytes(6, payload);
    insert.setObject(7, now);
    insert.setObject(8, now);
    insert.setObject(9, UUID.randomUUID());
    insert.addBatch();
  }

  private static void insert(PreparedStatement insert, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      insert.setObject(i + 1, values[i]);
    }
    insert.addBatch();
  }

  private static byte[] hash() {
    byte[] hash = new byte[HASH];
    ThreadLocalRandom.current().nextBytes(hash);
    return hash;
  }

  /** As long as the facts of a lead are as JSON. */
  private static byte[] payload() {
    char[] facts = new char[700];
    Arrays.fill(facts, 'x');
    return ("\"" + new String(facts) + "\"").getBytes(StandardCharsets.UTF_8);
  }
}
