package baton.followup.commitment;

import baton.eventlog.conformance.Bench;
import baton.followup.Story;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How many leads the tracker follows in a second, from their arrival to the first call, five events
 * each, and what one costs the database, at 10⁴ and at 10⁶ stored leads: batches of 200 through the
 * inbox, as a channel hands them on, the numbers included.
 */
public final class TrackerBench {

  private static final int AT_ONCE = 200;
  private static final int LEADS = 2_000;

  private TrackerBench() {}

  public static void main(String[] arguments) throws SQLException {
    try (Bench bench = Bench.start("tracker")) {
      TrackerFloor floor = new TrackerFloor(bench.database());
      run(floor);
      int stored = 0;
      for (int leads : new int[] {10_000, 1_000_000}) {
        ManyLeads.store(floor.db, leads - stored);
        stored = leads;
        bench.measure(
            "leads of five events at %,d stored".formatted(leads), LEADS, () -> run(floor));
      }
    }
    System.exit(0);
  }

  /** Received, qualified, assigned, told, called: five events a lead, in batches of a topic. */
  private static void run(TrackerFloor floor) {
    Instant start = Story.NINE;
    Story sam = new Story(start);
    floor.accept(sam.rep());
    for (int done = 0; done < LEADS; done += AT_ONCE) {
      List<Story> stories =
          Stream.generate(() -> new Story(start, sam.rep)).limit(AT_ONCE).toList();
      for (var records :
          List.of(
              each(stories, Story::received),
              each(stories, Story::qualified),
              each(stories, Story::assigned),
              each(stories, story -> story.informed(1)),
              each(stories, story -> story.called(2)))) {
        floor.inbox.accept(records);
      }
    }
    floor.db.clock.set(start.plus(Duration.ofDays(2)));
  }

  private static List<ConsumerRecord<String, byte[]>> each(
      List<Story> stories, Function<Story, ConsumerRecord<String, byte[]>> record) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    stories.forEach(story -> records.add(record.apply(story)));
    return records;
  }
}
