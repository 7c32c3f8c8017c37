package baton.qualification.decision;

import baton.eventlog.conformance.Bench;
import baton.eventlog.conformance.SilentTally;
import baton.eventlog.inbox.Inbox;
import baton.eventlog.inbox.Patience;
import baton.qualification.Incoming;
import baton.qualification.criteria.DefaultSet;
import baton.qualification.decision.messaging.LeadEvents;
import baton.qualification.decision.persistence.LeadTables;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How many leads are decided in a second, and what one costs the database, at 10⁴ and at 10⁶ stored
 * leads.
 */
public final class DecisionBench {

  private static final int LEADS = 5_000;

  private DecisionBench() {}

  public static void main(String[] arguments) throws Exception {
    try (Bench bench = Bench.start("qualification", "baton.qualification")) {
      Inbox inbox = inbox(bench);
      inbox.accept(arrivals());
      for (int stored : new int[] {10_000, 1_000_000}) {
        store(bench, stored);
        bench.measure(
            "arrivals decided at %,d stored leads".formatted(stored),
            LEADS,
            inbox,
            DecisionBench::arrivals);
      }
    }
    System.exit(0);
  }

  private static Inbox inbox(Bench bench) {
    QualifyLeads qualify =
        new QualifyLeads(
            new LeadTables(),
            connection -> DefaultSet.V1,
            bench.database().log,
            bench.database().clock(),
            made -> {});
    Patience none =
        (attempt, why) -> {
          throw new Patience.Exhausted(why);
        };
    return new Inbox(
        bench.database().transactions(),
        new LeadEvents(qualify),
        bench.database().clock(),
        new SilentTally(),
        none);
  }

  private static List<ConsumerRecord<String, byte[]>> arrivals() {
    List<ConsumerRecord<String, byte[]>> arrivals = new ArrayList<>(LEADS);
    for (int i = 0; i < LEADS; i++) {
      Incoming lead = new Incoming();
      arrivals.add(
          lead.received(
                  UuidCreator.getTimeOrderedEpoch(),
                  0,
                  i % 3 == 0 ? Incoming.NOTHING : Incoming.GOOD)
              .read());
    }
    return arrivals;
  }

  /** As many leads of the past as are missing, each with what a decision leaves behind. */
  private static void store(Bench bench, int leads) {
    long there = Long.parseLong(bench.database().one("select count(*) from lead"));
    bench
        .database()
        .execute(
            """
            create temp table past as
              select gen_random_uuid() lead, gen_random_uuid() submission, gen_random_uuid() decision
                from generate_series(1, %d);
            insert into subject select lead, 1 from past;
            insert into position select lead, 'baton.intake', 1 from past;
            insert into lead select lead, '{"company": "Halden"}', 1, submission, null from past;
            insert into cycle select submission, lead, 'web', 'spring', now(), 'NURTURED', null, null
              from past;
            insert into touchpoint select submission, lead, 1, true, 'web', 'spring', now(),
              '{"company": "Halden"}', 'DECIDED', submission from past;
            insert into decision select decision, lead, submission, submission, false, 'web',
              'spring', 'b2b-default', 1, 'NURTURED', null,
              jsonb_build_object('summary', repeat('x', 1500)), now() from past;
            insert into event (event_id, topic, subject, sequence, type, payload, occurred_at,
                               recorded_at, correlation_id)
              select decision, 'baton.qualification', lead, 1, 'baton.lead.nurtured.v1',
                     convert_to(repeat('x', 1500), 'UTF8'), now(), now(), decision from past;
            drop table past"""
                .formatted(leads - there));
    bench.database().execute("vacuum analyze");
  }
}
