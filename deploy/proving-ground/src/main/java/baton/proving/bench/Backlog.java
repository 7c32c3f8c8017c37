package baton.proving.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many leads stand between the door and each stage, looked at once a second: acknowledged, and
 * not yet applied there.
 */
final class Backlog implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(1);

  private final LongSupplier entered;
  private final Map<String, LongSupplier> passed;
  private final List<List<Long>> seen = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread = new Thread(this::watch, "backlog");

  /**
   * @param entered leads that were acknowledged so far
   * @param passed leads that each stage has dealt with so far, by its name, in the order of the way
   */
  Backlog(LongSupplier entered, Map<String, LongSupplier> passed) {
    this.entered = entered;
    this.passed = passed;
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      while (!over.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        List<Long> behind = behind();
        synchronized (seen) {
          seen.add(behind);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Long> behind() {
    List<Long> behind = new ArrayList<>();
    for (LongSupplier stage : passed.values()) {
      // Read first, so that it is never ahead of those who entered.
      long done = stage.getAsLong();
      behind.add(Math.max(0, entered.getAsLong() - done));
    }
    return behind;
  }

  /** What was seen of the last stage, ascending in time. */
  List<Long> ofLast() {
    synchronized (seen) {
      return seen.stream().map(behind -> behind.get(behind.size() - 1)).toList();
    }
  }

  /** Quarters of the time, and what stood before each stage at their ends. */
  String describe() {
    synchronized (seen) {
      if (seen.isEmpty()) {
        return "";
      }
      StringBuilder text = new StringBuilder();
      int stage = 0;
      for (String name : passed.keySet()) {
        text.append(text.isEmpty() ? "" : "; ").append(name);
        for (int quarter = 1; quarter <= 4; quarter++) {
          int at = Math.max(0, seen.size() * quarter / 4 - 1);
          text.append(String.format(Locale.ROOT, " %,d", seen.get(at).get(stage)));
        }
        stage++;
      }
      return text.toString();
    }
  }

  /**
   * By how many leads a second it grew in the second half, as the slope of the line through all
   * that was seen.
   */
  static double growth(List<Long> backlog) {
    List<Long> half = backlog.subList(backlog.size() / 2, backlog.size());
    int n = half.size();
    double meanX = (n - 1) / 2.0;
    double meanY = half.stream().mapToLong(Long::longValue).average().orElse(0);
    double covariance = 0;
    double variance = 0;
    for (int x = 0; x < n; x++) {
      covariance += (x - meanX) * (half.get(x) - meanY);
      variance += (x - meanX) * (x - meanX);
    }
    return variance == 0 ? 0 : covariance / variance;
  }

  @Override
  public void close() {
    over.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
