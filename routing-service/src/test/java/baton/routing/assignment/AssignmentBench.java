package baton.routing.assignment;

import baton.eventlog.conformance.Bench;
import baton.eventlog.inbox.Inbox;
import baton.routing.Incoming;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How many leads are assigned in a second, and what one costs the database, at 10⁴ and at 10⁶
 * stored assignments: two rules, one pool of thirty reps.
 */
public final class AssignmentBench {

  private static final int LEADS = 5_000;

  private AssignmentBench() {}

  public static void main(String[] arguments) throws Exception {
    try (Bench bench = Bench.start("routing", "baton.routing")) {
      RoutingFloor floor = new RoutingFloor(bench.database());
      floor.db.execute("alter table rep drop constraint if exists rep_capacity_check");
      for (int i = 0; i < 30; i++) {
        floor.repWithCapacity(1_000_000);
      }
      floor.rules(
          "[{\"id\":\"large\",\"when\":\"lead.employees > 1000\",\"pool\":\"default\"},"
              + "{\"id\":\"known\",\"when\":\"lead.company != \\\"\\\"\",\"pool\":\"default\"}]",
          "default");
      Inbox instance = floor.instance();
      instance.accept(arrivals());
      for (int stored : new int[] {10_000, 1_000_000}) {
        store(floor, stored);
        bench.measure(
            "leads assigned at %,d stored".formatted(stored),
            LEADS,
            instance,
            AssignmentBench::arrivals);
      }
    }
    System.exit(0);
  }

  private static List<ConsumerRecord<String, byte[]>> arrivals() {
    List<ConsumerRecord<String, byte[]>> arrivals = new ArrayList<>();
    for (int i = 0; i < LEADS; i++) {
      arrivals.add(new Incoming().qualified().read());
    }
    return arrivals;
  }

  /** Assignments of the past up to this number, with their inputs, a tenth of them open. */
  private static void store(RoutingFloor floor, long number) {
    UUID rep = floor.owners().get(0);
    long there = Long.parseLong(floor.db.one("select count(*) from assignment"));
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
            .formatted(rep, Math.max(0, number - there)));
    floor.db.execute("vacuum analyze assignment");
  }
}
