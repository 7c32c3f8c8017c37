package baton.followup.commitment;

import baton.eventlog.conformance.LogDatabase;
import baton.followup.Story;
import baton.testing.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How many events a second the tracker takes through its inbox, with a database of its own beside
 * it, and what a lead costs in blocks and in write-ahead log. Run by hand: stored leads, leads that
 * are measured.
 */
public final class TrackerBench {

  private static final int AT_ONCE = 200;
  private static final String IMAGES = "select wal_fpi from pg_stat_wal";

  private TrackerBench() {}

  public static void main(String[] arguments) {
    int stored = Integer.parseInt(arguments[0]);
    int measured = Integer.parseInt(arguments[1]);
    PostgresServer server =
        PostgresServer.builder()
            .dataDirectory(Path.of("target/bench-postgres"))
            .fsync(true)
            .setting("shared_buffers", "512MB")
            .setting("max_wal_size", "4GB")
            .start();
    TrackerFloor floor = new TrackerFloor(LogDatabase.fresh(server, "tracker_bench"));
    ManyLeads.store(floor.db, stored);
    run(floor, 1_000);
    floor.db.execute("checkpoint");
    long wal = number(floor, "select pg_current_wal_lsn() - '0/0'::pg_lsn");
    long images = number(floor, IMAGES);
    long blocks = blocks(floor);
    long before = System.nanoTime();
    int events = run(floor, measured);
    double seconds = (System.nanoTime() - before) / 1e9;
    System.out.printf(
        "fsync=%s stored=%d leads=%d events=%d: %.0f events/s, %.0f blocks and %.0f bytes of WAL"
            + " with %.1f images of pages a lead%n",
        floor.db.one("show fsync"),
        stored,
        measured,
        events,
        events / seconds,
        (blocks(floor) - blocks) / (double) measured,
        (number(floor, "select pg_current_wal_lsn() - '0/0'::pg_lsn") - wal) / (double) measured,
        (number(floor, IMAGES) - images) / (double) measured);
    server.close();
    System.exit(0);
  }

  /** Received, qualified, assigned, told, called: five events a lead, in batches of a topic. */
  private static int run(TrackerFloor floor, int leads) {
    Instant start = Story.NINE;
    Story sam = new Story(start);
    floor.accept(sam.rep());
    int events = 0;
    for (int done = 0; done < leads; done += AT_ONCE) {
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
        events += records.size();
      }
    }
    floor.db.clock.set(start.plus(Duration.ofDays(2)));
    return events;
  }

  private static List<ConsumerRecord<String, byte[]>> each(
      List<Story> stories, Function<Story, ConsumerRecord<String, byte[]>> record) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    stories.forEach(story -> records.add(record.apply(story)));
    return records;
  }

  private static long blocks(TrackerFloor floor) {
    return number(
        floor,
        "select sum(heap_blks_hit + heap_blks_read + coalesce(idx_blks_hit + idx_blks_read, 0))"
            + " from pg_statio_user_tables");
  }

  private static long number(TrackerFloor floor, String sql) {
    floor.db.execute("select pg_stat_force_next_flush()");
    return Long.parseLong(floor.db.one(sql));
  }
}
