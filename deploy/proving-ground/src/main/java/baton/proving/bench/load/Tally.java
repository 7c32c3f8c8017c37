package baton.proving.bench.load;

import java.time.Duration;

/** Counts the answers of one load. Used by the driver's one thread only, until it is over. */
final class Tally {

  private final long begin = System.nanoTime();
  private final Latencies latencies = new Latencies();
  private final Acknowledged log;
  private long acknowledged;
  private long refused;
  private long end = begin;

  Tally(Acknowledged log) {
    this.log = log;
  }

  /**
   * @param from when the request was due, of {@link System#nanoTime}
   * @param leadId null if it was not answered with 2xx
   */
  void answered(long from, String leadId) {
    end = System.nanoTime();
    latencies.note((end - from) / 1_000);
    if (leadId == null) {
      refused++;
    } else {
      acknowledged++;
      log.note(leadId);
    }
  }

  Outcome outcome() {
    return new Outcome(acknowledged, refused, Duration.ofNanos(end - begin), latencies);
  }
}
