package baton.routing.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import baton.eventlog.inbox.Inbox;
import baton.events.intake.LeadFacts;
import baton.routing.Incoming;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Turns and caps under sixteen instances at once. */
class FairnessTest {

  private static final int INSTANCES = 16;
  private static final int LEADS = 2_000;

  private RoutingFloor floor;

  @BeforeEach
  void emptyFloor() {
    floor = new RoutingFloor("routing_fairness");
  }

  /** Has each instance read its share of the records in batches of one to twenty. */
  private void readByAllInstances(List<ConsumerRecord<String, byte[]>> records) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(INSTANCES);
    try {
      List<Future<?>> done = new ArrayList<>();
      int share = records.size() / INSTANCES;
      for (int i = 0; i < INSTANCES; i++) {
        var mine =
            records.subList(i * share, i == INSTANCES - 1 ? records.size() : (i + 1) * share);
        Random random = new Random(i);
        Inbox instance = floor.instance();
        done.add(
            threads.submit(
                () -> {
                  for (int from = 0; from < mine.size(); ) {
                    int to = Math.min(mine.size(), from + 1 + random.nextInt(20));
                    instance.accept(mine.subList(from, to));
                    from = to;
                  }
                }));
      }
      for (Future<?> one : done) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Incoming> leads(int number) {
    return IntStream.range(0, number).mapToObj(i -> new Incoming()).toList();
  }

  @Test
  void leadsInParallelNeverLandOnTheSameTurn() throws Exception {
    for (int i = 0; i < 7; i++) {
      floor.repWithCapacity(1000);
    }
    readByAllInstances(leads(LEADS).stream().map(lead -> lead.qualified().read()).toList());
    Map<UUID, Integer> histogram = new HashMap<>();
    floor.owners().forEach(rep -> histogram.merge(rep, 1, Integer::sum));
    assertThat(histogram).hasSize(7);
    assertThat(Collections.max(histogram.values()) - Collections.min(histogram.values()))
        .isLessThanOrEqualTo(1);
    assertThat(histogram.values().stream().mapToInt(n -> n).sum()).isEqualTo(LEADS);
    assertThat(floor.db.one("select count(distinct cycle_id) from assignment"))
        .isEqualTo(Integer.toString(LEADS));
    assertThat(floor.db.one("select turn from pool")).isEqualTo(Integer.toString(LEADS + 7));
  }

  @Test
  void capacityIsNeverExceededWhileLeadsComeAndGo() throws Exception {
    int capacity = 20;
    for (int i = 0; i < 5; i++) {
      floor.repWithCapacity(capacity);
    }
    List<Incoming> leads = leads(600);
    readByAllInstances(leads.stream().map(lead -> lead.qualified().read()).toList());
    assertThat(floor.owners()).hasSize(100);
    assertThat(floor.held()).hasSize(500).containsOnly("NO_CAPACITY");

    Map<String, Incoming> byLead = new HashMap<>();
    leads.forEach(lead -> byLead.put(lead.lead.toString(), lead));
    List<ConsumerRecord<String, byte[]>> next = new ArrayList<>();
    floor
        .db
        .query("select lead_id || ' ' || assignment_id from assignment")
        .forEach(
            row -> {
              String[] ids = row.split(" ");
              next.add(byLead.get(ids[0]).recycled(UUID.fromString(ids[1])).read());
            });
    leads(200).forEach(lead -> next.add(lead.qualified().read()));
    Collections.shuffle(next, new Random(3));
    readByAllInstances(next);

    assertThat(floor.owners()).hasSize(100);
    assertThat(floor.held()).hasSize(600);
    assertThat(mostHeldByOne()).isEqualTo(capacity);
    assertThat(floor.miscounted()).isEmpty();
  }

  /**
   * The most leads that any rep ever held, from the log: all events are appended under the lock of
   * the pool, so that their ids are in the order of commits.
   */
  private int mostHeldByOne() {
    Map<String, Integer> open = new HashMap<>();
    int most = 0;
    for (String line :
        floor.db.query(
            "select type || ' ' || (convert_from(payload, 'UTF8')::jsonb ->> 'repId') from event"
                + " where type in ('baton.lead.assigned.v1', 'baton.lead.released.v1')"
                + " order by id")) {
      String[] parts = line.split(" ");
      int change = parts[0].contains("assigned") ? 1 : -1;
      most = Math.max(most, open.merge(parts[1], change, Integer::sum));
    }
    return most;
  }

  /** Each writer works in one pool only, so that nothing but the rep's own row keeps them apart. */
  @Test
  void aRepInTwoPoolsIsCountedOnceWhoeverAssigns() throws Exception {
    UUID shared = floor.repWithCapacity(300);
    floor.pool("dach", "");
    floor.member("dach", shared, 1);
    floor.rules(
        "[{\"id\":\"germans\",\"when\":\"lead.country == \\\"DE\\\"\",\"pool\":\"dach\"}]",
        "default");
    LeadFacts german = new LeadFacts(null, null, null, "DE", null, null, null, null);
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (int writer = 0; writer < INSTANCES; writer++) {
      for (int i = 0; i < 40; i++) {
        Incoming lead = new Incoming();
        records.add((writer % 2 == 0 ? lead.qualified() : lead.qualified(german)).read());
      }
    }
    readByAllInstances(records);
    assertThat(floor.given(shared)).isEqualTo(300);
    assertThat(floor.held()).hasSize(340).containsOnly("NO_CAPACITY");
    assertThat(floor.miscounted()).isEmpty();
  }

  @Test
  void theDailyCapIsNeverExceeded() throws Exception {
    UUID capped = floor.rep(true, 1000, 10, "UTC", "[]");
    floor.repWithCapacity(1000);
    readByAllInstances(leads(320).stream().map(lead -> lead.qualified().read()).toList());
    assertThat(floor.given(capped)).isEqualTo(10);
    assertThat(floor.owners()).hasSize(320);
  }

  @Test
  void somebodyWhoJoinsIsNotFlooded() throws Exception {
    for (int i = 0; i < 3; i++) {
      floor.repWithCapacity(1000);
    }
    readByAllInstances(leads(160).stream().map(lead -> lead.qualified().read()).toList());
    UUID joiner = floor.repWithCapacity(1000);
    readByAllInstances(leads(160).stream().map(lead -> lead.qualified().read()).toList());
    assertThat(floor.given(joiner)).isEqualTo(40);
  }

  @Test
  void somebodyWhoReturnsGetsAtMostOneLeadMoreThanTheOthers() throws Exception {
    UUID away = floor.repWithCapacity(1000);
    for (int i = 0; i < 3; i++) {
      floor.repWithCapacity(1000);
    }
    floor.setActive(away, false);
    readByAllInstances(leads(320).stream().map(lead -> lead.qualified().read()).toList());
    assertThat(floor.given(away)).isZero();
    floor.setActive(away, true);
    readByAllInstances(leads(160).stream().map(lead -> lead.qualified().read()).toList());
    assertThat(floor.given(away)).isBetween(40, 41);
  }
}
