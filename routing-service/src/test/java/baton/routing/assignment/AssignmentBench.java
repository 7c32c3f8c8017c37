package baton.routing.assignment;

import baton.eventlog.inbox.Inbox;
import baton.routing.Incoming;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * Measures, and asserts nothing: leads assigned a second through the inbox, in batches of 200 as
 * from a topic, with the database beside it; blocks touched and WAL written a lead with few and
 * with many stored. No test by its name, so that no build runs it; by hand: {@code ./mvnw -pl
 * routing-service -am test -Dtest=AssignmentBench -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class AssignmentBench {

  private static final int BATCH = 200;
  private static final int LEADS = 20_000;

  private final RoutingFloor floor = new RoutingFloor("routing_bench");
  private final PrintStream out = System.out;

  @Test
  void measure() throws Exception {
    out.println("fsync " + floor.db.one("show fsync"));
    for (int i = 0; i < 30; i++) {
      floor.db.execute("alter table rep drop constraint if exists rep_capacity_check");
      floor.repWithCapacity(1_000_000);
    }
    floor.rules(
        "[{\"id\":\"large\",\"when\":\"lead.employees > 1000\",\"pool\":\"default\"},"
            + "{\"id\":\"known\",\"when\":\"lead.company != \\\"\\\"\",\"pool\":\"default\"}]",
        "default");
    speed("warm-up", 1, floor.instance());
    for (long stored : new long[] {10_000, 1_000_000}) {
      store(stored);
      cost(stored);
      speed(stored + " stored, 1 writer", 1, floor.instance());
      speed(stored + " stored, 4 writers", 4, floor.instance());
    }
  }

  private void speed(String what, int writers, Inbox instance) throws Exception {
    List<ConsumerRecord<String, byte[]>> records = records(LEADS);
    long start = System.nanoTime();
    new ParallelReaders(List.of(instance), writers, 2 * BATCH - 1).read(records);
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf("%-28s %,8.0f leads/s%n", what, LEADS / seconds);
  }

  private void cost(long stored) throws Exception {
    floor.db.execute("checkpoint");
    Inbox instance = floor.instance();
    read(instance, records(BATCH));
    long wal = wal();
    long blocks = blocks();
    for (int i = 0; i < 10; i++) {
      read(instance, records(BATCH));
    }
    out.printf(
        "%,d stored: %,d blocks and %,d bytes of WAL a lead (batches of %d)%n",
        stored, (blocks() - blocks) / (10 * BATCH), (wal() - wal) / (10 * BATCH), BATCH);
    wal = wal();
    blocks = blocks();
    for (int i = 0; i < 200; i++) {
      read(instance, records(1));
    }
    out.printf(
        "%,d stored: %,d blocks and %,d bytes of WAL a lead (one by one)%n",
        stored, (blocks() - blocks) / 200, (wal() - wal) / 200);
  }

  private static void read(Inbox instance, List<ConsumerRecord<String, byte[]>> records) {
    instance.accept(records);
  }

  private static List<ConsumerRecord<String, byte[]>> records(int number) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      records.add(new Incoming().qualified().read());
    }
    return records;
  }

  private long wal() {
    return Long.parseLong(
        floor.db.one("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint"));
  }

  /** Of all tables, those of the event log and the inbox included. */
  private long blocks() throws Exception {
    floor.db.query("select pg_stat_force_next_flush()");
    return Long.parseLong(
        floor.db.one(
            "select blks_hit + blks_read from pg_stat_database where datname = current_database()"));
  }

  /** Assignments of the past up to this number, with their inputs, a tenth of them open. */
  private void store(long number) {
    UUID rep = floor.owners().get(0);
    floor.db.execute(
        """
        insert into assignment (assignment_id, lead_id, cycle_id, decision_id, rep_id, rep_version,
               pool, attempt, cause, source, grade, rule, rules_version, by_turn, reasons, route,
               selection, correlation_id, assigned_at, released_at, release_cause)
        select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '%s', 1,
               'default', 1, 'QUALIFIED', 'web', 'B', 'known', 2, true, a.reasons, a.route,
               a.selection, gen_random_uuid(), now(), case when n %% 10 = 0 then null else now() end,
               case when n %% 10 = 0 then null else 'RECYCLED' end
          from (select * from assignment limit 1) a, generate_series(1, %d) n"""
            .formatted(rep, Math.max(0, number - count())));
    floor.db.execute("vacuum analyze assignment");
  }

  private long count() {
    return Long.parseLong(floor.db.one("select count(*) from assignment"));
  }
}
