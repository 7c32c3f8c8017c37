package baton.routing.assignment;

import baton.eventlog.inbox.Inbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Threads that read for a few instances at once, each its share, in batches of any size. */
final class ParallelReaders {

  private final List<Inbox> instances;
  private final int threads;
  private final int largestBatch;

  ParallelReaders(List<Inbox> instances, int threads, int largestBatch) {
    this.instances = instances;
    this.threads = threads;
    this.largestBatch = largestBatch;
  }

  void read(List<ConsumerRecord<String, byte[]>> records) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        var mine =
            records.subList(
                (int) ((long) records.size() * i / threads),
                (int) ((long) records.size() * (i + 1) / threads));
        Random random = new Random(i);
        Inbox instance = instances.get(i % instances.size());
        done.add(pool.submit(() -> read(instance, mine, random)));
      }
      for (Future<?> one : done) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private void read(Inbox instance, List<ConsumerRecord<String, byte[]>> mine, Random random) {
    for (int from = 0; from < mine.size(); ) {
      int to = Math.min(mine.size(), from + 1 + random.nextInt(largestBatch));
      instance.accept(mine.subList(from, to));
      from = to;
    }
  }
}
