package baton.eventlog.relay;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import baton.eventlog.relay.EventSender.SendFailed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KafkaEventSenderTest {

  private static final Future<?> NEVER = new CompletableFuture<>();
  private static final Future<?> DONE = CompletableFuture.completedFuture(null);

  @Test
  void aProducerThatDoesNotAnswerAnyMoreIsNotWaitedForForEver() {
    assertThatThrownBy(
            () -> KafkaEventSender.awaitAll(List.of(DONE, NEVER, NEVER), Duration.ofMillis(50)))
        .isInstanceOf(SendFailed.class);
  }

  @Test
  void whatIsAcknowledgedAlreadyNeedsNoTime() {
    assertThatCode(() -> KafkaEventSender.awaitAll(List.of(DONE, DONE), Duration.ZERO))
        .doesNotThrowAnyException();
  }

  @Test
  void aRefusalIsToldWithItsCause() {
    Future<?> refused = CompletableFuture.failedFuture(new IllegalStateException("refused"));
    assertThatThrownBy(() -> KafkaEventSender.awaitAll(List.of(refused), Duration.ofSeconds(1)))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("refused");
  }
}
