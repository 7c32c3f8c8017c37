package baton.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.inbox.Inbox;
import baton.events.intake.LeadFacts;
import baton.routing.Incoming;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand leads, sixteen writers, three instances, each built by itself: the turn is
 * exact, and no cap is exceeded at any moment that was ever committed.
 */
class ExactnessTest {

  private static final int LEADS = 100_000;
  private static final int WRITERS = 16;
  private static final int IN_TURN = 64;
  private static final int CAPACITY = 40;
  private static final int A_DAY = 60;

  private static final LeadFacts CAPPED =
      new LeadFacts(null, null, null, "NO", null, null, null, null);

  private final RoutingFloor floor = new RoutingFloor("routing_exact");

  @Test
  void turnsAreExactAndCapsAreKeptUnderSixteenWritersAndThreeInstances() throws Exception {
    for (int i = 0; i < IN_TURN; i++) {
      floor.repWithCapacity(1000);
    }
    List<UUID> capped = new ArrayList<>();
    floor.pool("capped", "strategy = 'LEAST_LOADED'");
    floor.pool("capped-too", "strategy = 'FEWEST'");
    for (int i = 0; i < 20; i++) {
      UUID rep = floor.rep(true, CAPACITY, i % 2 == 0 ? A_DAY : null, "UTC", "[]");
      floor.member("default", rep, null);
      floor.member("capped", rep, 1 + i % 3);
      if (i % 4 == 0) {
        floor.member("capped-too", rep, 1);
      }
      capped.add(rep);
    }
    floor.rules(
        "[{\"id\":\"too\",\"when\":\"lead.country == \\\"NO\\\" && lead.employees > 0\","
            + "\"pool\":\"capped-too\"},"
            + "{\"id\":\"capped\",\"when\":\"lead.country == \\\"NO\\\"\",\"pool\":\"capped\"}]",
        "default");
    List<Inbox> instances = List.of(floor.instance(), floor.instance(), floor.instance());
    ParallelReaders readers = new ParallelReaders(instances, WRITERS, 400);
    List<Incoming> others = Stream.generate(Incoming::new).limit(LEADS - 60_000).toList();
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      records.add(new Incoming().qualified().read());
    }
    for (int i = 0; i < others.size(); i++) {
      LeadFacts facts =
          i % 5 == 0 ? new LeadFacts(null, null, null, "NO", null, 7, null, null) : CAPPED;
      records.add(others.get(i).qualified(facts).read());
    }
    Collections.shuffle(records, new Random(1));
    readers.read(records);
    endSomeOf(others, readers);

    assertThat(floor.db.query("select cause from parked")).isEmpty();
    assertThat(
            floor.db.one(
                "select max(n) - min(n) from (select count(*) as n from assignment"
                    + " where pool = 'default' group by rep_id) t"))
        .isIn("0", "1");
    assertThat(floor.db.one("select count(*) from assignment where pool = 'default'"))
        .isEqualTo("60000");
    assertThat(mostEverOpen(capped)).isEqualTo(CAPACITY);
    assertThat(mostADay()).isEqualTo(A_DAY);
    assertThat(floor.miscounted()).isEmpty();
    assertThat(
            floor.db.one(
                "select (select count(*) from held) + (select count(distinct cycle_id) from"
                    + " assignment)"))
        .isEqualTo(Integer.toString(LEADS));
    assertThat(
            floor.db.query(
                "select cycle_id from assignment where released_at is null"
                    + " group by cycle_id having count(*) > 1"))
        .isEmpty();
  }

  private void endSomeOf(List<Incoming> leads, ParallelReaders readers) throws Exception {
    List<ConsumerRecord<String, byte[]>> endings = new ArrayList<>();
    java.util.Map<String, String> open = new java.util.HashMap<>();
    floor
        .db
        .query(
            "select lead_id || ' ' || assignment_id from assignment where released_at is null and"
                + " pool <> 'default'")
        .forEach(line -> open.put(line.split(" ")[0], line.split(" ")[1]));
    for (Incoming lead : leads) {
      String assignment = open.get(lead.lead.toString());
      if (assignment != null) {
        endings.add(lead.recycled(UUID.fromString(assignment)).read());
      }
    }
    assertThat(endings).hasSizeGreaterThan(700);
    readers.read(endings);
  }

  /**
   * From the log: what concerns a rep is appended under the lock of the rep, so that the ids are in
   * the order of the commits.
   */
  private int mostEverOpen(List<UUID> reps) {
    return Integer.parseInt(
        floor.db.one(
            """
            select max(open) from (
              select sum(change) over (partition by rep order by id) as open from (
                select id, convert_from(payload, 'UTF8')::jsonb ->> 'repId' as rep,
                       case type when 'baton.lead.assigned.v1' then 1 else -1 end as change
                  from event
                 where type in ('baton.lead.assigned.v1', 'baton.lead.released.v1')) e
               where rep in ('%s')) o"""
                .formatted(String.join("','", reps.stream().map(UUID::toString).toList()))));
  }

  private int mostADay() {
    return Integer.parseInt(
        floor.db.one(
            """
            select max(n) from (
              select count(*) as n from assignment a join rep r on r.rep_id = a.rep_id
               where r.daily_cap is not null group by a.rep_id) t"""));
  }
}
