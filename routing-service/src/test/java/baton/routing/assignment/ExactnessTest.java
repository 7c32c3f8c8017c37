package baton.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand leads, sixteen writers in three instances, each a process: the turn is exact,
 * and no cap is exceeded at any moment that was ever committed.
 */
class ExactnessTest {

  private static final int LEADS = 100_000;
  private static final int FOR_THE_TURN = 60_000;

  /** Sixteen, by instance. */
  private static final List<Integer> WRITERS = List.of(6, 5, 5);

  private static final int IN_TURN = 64;
  private static final int CAPACITY = 40;
  private static final int A_DAY = 60;

  private static final String DATABASE = "routing_exact";

  private final RoutingFloor floor = new RoutingFloor(DATABASE);

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
    readAll();

    assertThat(floor.db.query("select cause from parked")).isEmpty();
    assertThat(
            floor.db.one(
                "select max(n) - min(n) from (select count(*) as n from assignment"
                    + " where pool = 'default' group by rep_id) t"))
        .isIn("0", "1");
    assertThat(count("from assignment where pool = 'default'")).isEqualTo(FOR_THE_TURN);
    assertThat(count("from assignment where released_at is not null")).isGreaterThan(700);
    assertThat(mostEverOpen(capped)).isEqualTo(CAPACITY);
    assertThat(mostADay()).isEqualTo(A_DAY);
    assertThat(floor.miscounted()).isEmpty();
    assertThat(count("from (select cycle_id from held union select cycle_id from assignment) t"))
        .isEqualTo(LEADS);
    assertThat(
            floor.db.query(
                "select cycle_id from assignment where released_at is null"
                    + " group by cycle_id having count(*) > 1"))
        .isEmpty();
  }

  /** All at the same time, each instance about a third. */
  private void readAll() throws Exception {
    List<ReaderProcess> instances = new ArrayList<>();
    try {
      for (int i = 0; i < WRITERS.size(); i++) {
        instances.add(
            ReaderProcess.start(
                DATABASE,
                share(FOR_THE_TURN, i),
                share(LEADS - FOR_THE_TURN, i),
                WRITERS.get(i),
                i));
      }
      for (ReaderProcess instance : instances) {
        instance.awaitReady();
      }
      for (ReaderProcess instance : instances) {
        instance.go();
      }
      for (ReaderProcess instance : instances) {
        instance.awaitEnd();
      }
    } finally {
      instances.forEach(ReaderProcess::close);
    }
  }

  private static int share(int all, int of) {
    int parts = WRITERS.size();
    return all * (of + 1) / parts - all * of / parts;
  }

  private int count(String what) {
    return Integer.parseInt(floor.db.one("select count(*) " + what));
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
