package baton.intake.submission;

import baton.eventlog.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Gathers what concurrent callers want written into one write. A writer takes whatever waits, up to
 * a bound, and never lingers for more: at low load each request is written by itself at once, at
 * high load the cost of a commit is shared.
 *
 * <p>A group that fails is written again one by one, so that each caller gets its own answer. A
 * passing failure, such as a database that is away, fails the whole group at once.
 *
 * @param <T> what is written
 * @param <R> the answer to its caller
 */
final class Coalescer<T, R> implements AutoCloseable {

  /** What waits for its turn, and where its answer goes. Each is one of its own. */
  record Waiting<T, R>(T item, CompletableFuture<R> answer) {}

  private final BlockingQueue<Waiting<T, R>> queue;
  private final int groupSize;
  private final Function<List<T>, List<R>> write;
  private final List<Thread> writers = new ArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * @param writers how many groups are written at the same time
   * @param groupSize how many items a group has at most
   * @param backlog how many items may wait
   * @param write writes a group, all or nothing, and returns an answer for each item in order
   */
  Coalescer(int writers, int groupSize, int backlog, Function<List<T>, List<R>> write) {
    this(writers, groupSize, new ArrayBlockingQueue<>(backlog), write);
  }

  Coalescer(
      int writers,
      int groupSize,
      BlockingQueue<Waiting<T, R>> queue,
      Function<List<T>, List<R>> write) {
    this.queue = queue;
    this.groupSize = groupSize;
    this.write = write;
    for (int i = 0; i < writers; i++) {
      Thread thread = new Thread(this::work, "submission-writer-" + i);
      thread.setDaemon(true);
      thread.start();
      this.writers.add(thread);
    }
  }

  /**
   * Has an item written.
   *
   * @return completes after the commit, or with the failure of this item; fails with {@link
   *     BacklogFull} at once if too many wait, or if this is closed
   */
  CompletionStage<R> submit(T item) {
    Waiting<T, R> waiting = new Waiting<>(item, new CompletableFuture<>());
    boolean taken = !closed.get() && queue.offer(waiting);
    // Closed meanwhile, the last writer may have gone before the offer: then it is still there.
    if (!taken || (closed.get() && queue.remove(waiting))) {
      waiting.answer().completeExceptionally(new BacklogFull());
    }
    return waiting.answer();
  }

  /** How many items wait. */
  int waiting() {
    return queue.size();
  }

  private void work() {
    List<Waiting<T, R>> group = new ArrayList<>(groupSize);
    while (!closed.get() || !queue.isEmpty()) {
      try {
        group.clear();
        Waiting<T, R> first = closed.get() ? queue.poll() : queue.take();
        if (first != null) {
          group.add(first);
          queue.drainTo(group, groupSize - 1);
          writeTogether(group);
        }
      } catch (InterruptedException e) {
        // Closed: what waits is written, then the thread ends.
        closed.set(true);
      }
    }
  }

  private void writeTogether(List<Waiting<T, R>> group) {
    try {
      List<R> answers = write.apply(group.stream().map(Waiting::item).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).answer().complete(answers.get(i));
      }
    } catch (RuntimeException | Error e) {
      if (group.size() == 1 || Failures.isTransient(e)) {
        group.forEach(waiting -> waiting.answer().completeExceptionally(e));
      } else {
        group.forEach(waiting -> writeTogether(List.of(waiting)));
      }
    }
  }

  @Override
  public void close() {
    closed.set(true);
    writers.forEach(Thread::interrupt);
  }

  /** More requests wait than can be written in good time. */
  static final class BacklogFull extends CompletionException {
    BacklogFull() {
      super("too many requests wait", null);
    }
  }
}
