package baton.local.e2e;

import baton.local.LocalSystem;
import baton.local.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits for a moment at which there is something to lose everywhere: an event in a log that the
 * relay has not sent, a record on a topic that nobody has applied, a request without an answer.
 */
final class Moment implements AutoCloseable {

  private static final String UNSENT =
      "select exists (select from event e, relay_cursor c"
          + " where e.xid >= pg_snapshot_xmax(c.target) or (e.id > c.last_id and"
          + " not pg_visible_in_snapshot(e.xid, c.previous)))";

  private final Connection intake;
  private final Admin admin;
  private final Load load;

  Moment(LocalSystem system, Load load) throws SQLException {
    this.intake =
        DriverManager.getConnection(
            system.jdbcUrl(Service.LEAD_INTAKE),
            system.databases().user(),
            system.databases().password());
    this.admin = Admin.create(Map.of("bootstrap.servers", system.bootstrapServers()));
    this.load = load;
  }

  /** Returns at such a moment; fails if there is none for so long. */
  void await(int acknowledged, Duration patience) throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      if (load.leads().size() >= acknowledged
          && isUnread()
          && load.unanswered() > 0
          && isUnsent()
          && load.unanswered() > 0) {
        return;
      }
    }
    throw new AssertionError("no moment at which there was something to lose everywhere");
  }

  private boolean isUnsent() throws SQLException {
    try (Statement statement = intake.createStatement();
        ResultSet row = statement.executeQuery(UNSENT)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private boolean isUnread() throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> applied = new HashMap<>();
    admin
        .listConsumerGroupOffsets("qualification")
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach((p, o) -> applied.put(p, o == null ? 0 : o.offset()));
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    admin
        .describeTopics(List.of("baton.intake"))
        .allTopicNames()
        .get()
        .get("baton.intake")
        .partitions()
        .forEach(
            p ->
                wanted.put(new TopicPartition("baton.intake", p.partition()), OffsetSpec.latest()));
    return admin.listOffsets(wanted).all().get().entrySet().stream()
        .anyMatch(e -> e.getValue().offset() > applied.getOrDefault(e.getKey(), 0L));
  }

  @Override
  public void close() throws SQLException {
    intake.close();
    admin.close(Duration.ZERO);
  }
}
