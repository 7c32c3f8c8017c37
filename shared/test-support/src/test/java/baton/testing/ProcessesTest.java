package baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class ProcessesTest {

  @Test
  void aCommandIsReadWhileTheCommonPoolIsBusy() {
    CountDownLatch done = new CountDownLatch(1);
    for (int i = 0; i < ForkJoinPool.getCommonPoolParallelism(); i++) {
      ForkJoinPool.commonPool().execute(() -> await(done));
    }
    try {
      assertThat(Processes.run(Duration.ofSeconds(20), List.of("echo", "said")))
          .isEqualTo("said\n");
    } finally {
      done.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
