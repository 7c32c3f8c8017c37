package baton.followup.commitment;

import baton.eventlog.conformance.Bench;
import baton.followup.Story;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How many leads the tracker follows in a second, from their arrival to the first call, five events
 * each, and what one costs the database, at 10⁴ and at 10⁶ stored leads: the numbers included, and
 * the topics read side by side, so that some of it comes early and waits.
 */
public final class TrackerBench {

  private static final int LEADS = 2_000;

  private TrackerBench() {}

  public static void main(String[] arguments) throws Exception {
    try (Bench bench = Bench.start("tracker", "baton.followup")) {
      TrackerFloor floor = new TrackerFloor(bench.database());
      Story sam = new Story(Story.NINE);
      floor.accept(sam.rep());
      floor.inbox.accept(leads(sam));
      int stored = 0;
      for (int leads : new int[] {10_000, 1_000_000}) {
        ManyLeads.store(floor.db, leads - stored);
        stored = leads;
        bench.measure(
            "leads of five events at %,d stored".formatted(leads),
            LEADS,
            floor.inbox,
            () -> leads(sam));
      }
    }
    System.exit(0);
  }

  /** Received, qualified, assigned, told, called: five events a lead. */
  private static List<ConsumerRecord<String, byte[]>> leads(Story sam) {
    return Stream.generate(() -> new Story(Story.NINE, sam.rep))
        .limit(LEADS)
        .flatMap(
            story ->
                Stream.of(
                    story.received(),
                    story.qualified(),
                    story.assigned(),
                    story.informed(1),
                    story.called(2)))
        .toList();
  }
}
