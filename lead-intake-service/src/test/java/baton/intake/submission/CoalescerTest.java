package baton.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CoalescerTest {

  private final List<Integer> groups = new CopyOnWriteArrayList<>();
  private final CountDownLatch firstGroupMayGo = new CountDownLatch(1);

  @Test
  void whatWaitsWhileAGroupIsWrittenGoesTogetherUpToTheBound() throws Exception {
    try (Coalescer<Integer, String> writer =
        new Coalescer<>(1, 10, 100, this::writeSlowlyAtFirst)) {
      List<CompletableFuture<String>> answers = new ArrayList<>();
      answers.add(writer.submit(0).toCompletableFuture());
      awaitGroups(1);
      for (int i = 1; i <= 25; i++) {
        answers.add(writer.submit(i).toCompletableFuture());
      }
      firstGroupMayGo.countDown();
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get(5, TimeUnit.SECONDS)).isEqualTo("answer " + i);
      }
      assertThat(groups).containsExactly(1, 10, 10, 5);
    }
  }

  @Test
  void aGroupThatFailsIsWrittenOneByOneAndOnlyTheCulpritFails() throws Exception {
    try (Coalescer<Integer, String> writer = new Coalescer<>(1, 10, 100, this::refuseThirteen)) {
      CompletableFuture<String> first = writer.submit(0).toCompletableFuture();
      awaitGroups(1);
      CompletableFuture<String> culprit = writer.submit(13).toCompletableFuture();
      CompletableFuture<String> other = writer.submit(14).toCompletableFuture();
      firstGroupMayGo.countDown();
      assertThat(other.get(5, TimeUnit.SECONDS)).isEqualTo("answer 14");
      assertThat(first).isCompletedWithValue("answer 0");
      assertThatThrownBy(() -> culprit.get(5, TimeUnit.SECONDS))
          .hasCauseInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPassingFailureFailsTheGroupAtOnceWithoutTryingEachOfIt() throws Exception {
    try (Coalescer<Integer, String> writer =
        new Coalescer<>(
            1,
            10,
            100,
            group -> {
              groups.add(group.size());
              throw new CompletionException(new SQLException("connection lost", "08006"));
            })) {
      CompletableFuture<String> answer = writer.submit(1).toCompletableFuture();
      assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
          .hasRootCauseMessage("connection lost");
      assertThat(groups).containsExactly(1);
    }
  }

  @Test
  void aFullBacklogIsRefusedAtOnce() {
    try (Coalescer<Integer, String> writer = new Coalescer<>(1, 1, 1, this::writeSlowlyAtFirst)) {
      writer.submit(0);
      awaitGroups(1);
      writer.submit(1);
      assertThat(writer.submit(2).toCompletableFuture()).isCompletedExceptionally();
      firstGroupMayGo.countDown();
    }
  }

  @Test
  void whatWaitsAtTheEndIsStillWritten() throws Exception {
    Coalescer<Integer, String> writer = new Coalescer<>(1, 1, 100, this::writeSlowlyAtFirst);
    writer.submit(0);
    awaitGroups(1);
    CompletableFuture<String> last = writer.submit(1).toCompletableFuture();
    firstGroupMayGo.countDown();
    writer.close();
    assertThat(last.get(5, TimeUnit.SECONDS)).isEqualTo("answer 1");
    assertThat(writer.submit(2).toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void whatComesWhenTheLastWriterHasGoneIsRefusedAndNotForgotten() {
    QueueThatClosesFirst queue = new QueueThatClosesFirst();
    queue.writer = new Coalescer<>(1, 1, queue, this::writeSlowlyAtFirst);
    assertThat(queue.writer.submit(1).toCompletableFuture()).isCompletedExceptionally();
    assertThat(groups).isEmpty();
  }

  /** Between a caller's look whether the writer is closed and its offer, everybody goes home. */
  private static final class QueueThatClosesFirst
      extends ArrayBlockingQueue<Coalescer.Waiting<Integer, String>> {

    private final CountDownLatch seenEmpty = new CountDownLatch(1);
    private transient Coalescer<Integer, String> writer;

    private QueueThatClosesFirst() {
      super(1);
    }

    @Override
    public boolean offer(Coalescer.Waiting<Integer, String> item) {
      writer.close();
      try {
        seenEmpty.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return super.offer(item);
    }

    @Override
    public boolean isEmpty() {
      boolean empty = super.isEmpty();
      seenEmpty.countDown();
      return empty;
    }
  }

  private void awaitGroups(int count) {
    await().until(() -> groups.size() >= count);
  }

  private List<String> writeSlowlyAtFirst(List<Integer> group) {
    groups.add(group.size());
    awaitPermission();
    return group.stream().map(i -> "answer " + i).toList();
  }

  private List<String> refuseThirteen(List<Integer> group) {
    List<String> answers = writeSlowlyAtFirst(group);
    if (group.contains(13)) {
      throw new IllegalArgumentException("thirteen");
    }
    return answers;
  }

  private void awaitPermission() {
    boolean interrupted = false;
    while (true) {
      try {
        firstGroupMayGo.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
