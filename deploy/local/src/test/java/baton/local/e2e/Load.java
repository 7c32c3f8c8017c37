package baton.local.e2e;

import baton.local.e2e.Doors.Answer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

/**
 * Submits a number of leads over a number of connections, as fast as they are answered, and repeats
 * each under the same name until it is acknowledged, as a sender does.
 */
final class Load implements AutoCloseable {

  private final Doors doors;
  private final String name;
  private final int count;
  private final int pause;
  private final BiFunction<String, Integer, Map<String, Object>> content;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final Map<String, String> leads = new ConcurrentHashMap<>();
  private final CountDownLatch done;
  private volatile boolean stopping;

  Load(Doors doors, String name, int count, int connections) {
    this(doors, name, count, connections, 0);
  }

  /**
   * @param pause milliseconds that each connection waits after an answer
   */
  Load(Doors doors, String name, int count, int connections, int pause) {
    this(doors, name, count, connections, pause, (person, number) -> Doors.lead(person));
  }

  /**
   * @param content what is said of a person, by name and number
   */
  Load(
      Doors doors,
      String name,
      int count,
      int connections,
      int pause,
      BiFunction<String, Integer, Map<String, Object>> content) {
    this.pause = pause;
    this.content = content;
    this.doors = doors;
    this.name = name;
    this.count = count;
    this.done = new CountDownLatch(connections);
    for (int i = 0; i < connections; i++) {
      Thread thread = new Thread(this::run, "load-" + i);
      thread.setDaemon(true);
      thread.start();
    }
  }

  /**
   * Lead ids by the name of the person; acknowledged ones only, and an empty one for what was
   * quarantined.
   */
  Map<String, String> leads() {
    return leads;
  }

  /** Requests sent that have no answer at this moment. */
  int unanswered() {
    return unanswered.get();
  }

  /** Requests that had to be sent again. */
  int repeated() {
    return repeated.get();
  }

  boolean awaitEnd(long seconds) throws InterruptedException {
    return done.await(seconds, TimeUnit.SECONDS);
  }

  private void run() {
    for (int n = next.getAndIncrement(); n < count && !stopping; n = next.getAndIncrement()) {
      String person = name + "-" + n;
      while (!stopping && !submit(person, n)) {
        repeated.incrementAndGet();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
    }
    done.countDown();
  }

  private boolean submit(String person, int number) {
    unanswered.incrementAndGet();
    try {
      Answer answer = doors.submit("key-" + person, content.apply(person, number));
      if (answer.status() / 100 == 2) {
        String lead = answer.text("leadId");
        leads.put(person, lead == null ? "" : lead);
        return true;
      }
      if (answer.status() != 0 && answer.status() / 100 != 5 && answer.status() != 409) {
        throw new AssertionError("answered " + answer.status() + ": " + answer.body());
      }
      return false;
    } finally {
      unanswered.decrementAndGet();
    }
  }

  @Override
  public void close() {
    stopping = true;
  }
}
