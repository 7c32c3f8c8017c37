package baton.followup.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.followup.live.Live.Asked;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One look a second for each question, and the end of streams. */
class LiveTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final SseImpl SSE = new SseImpl();

  private final Live live = new Live(new ObjectMapper());
  private final AtomicInteger looks = new AtomicInteger();
  private final Asked question =
      new Asked("q", () -> Map.of("looks", looks.incrementAndGet()), List.of());

  @AfterEach
  void end() {
    live.end();
  }

  private AssertSubscriber<OutboundSseEvent> listen() {
    return live.stream(SSE, "news", question)
        .subscribe()
        .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
  }

  @Test
  void howeverManyListenTheQuestionIsAskedOnce() {
    List<AssertSubscriber<OutboundSseEvent>> all = Stream.generate(this::listen).limit(20).toList();
    all.get(0).awaitItems(3, SOON);
    await().atMost(SOON).until(() -> all.stream().allMatch(one -> one.getItems().size() >= 3));

    assertThat(live.listeners("q")).isEqualTo(20);
    assertThat(looks.get()).as("not twenty times as many").isLessThan(3 + 20);
    assertThat(all.get(7).getItems().get(0).getName()).isEqualTo("news");
    assertThat(all.get(7).getItems().get(0).getData()).isEqualTo("{\"looks\":1}");
  }

  @Test
  void nobodyListensNobodyLooks() {
    AssertSubscriber<OutboundSseEvent> one = listen();
    one.awaitItems(1, SOON);
    one.cancel();

    assertThat(live.listeners("q")).isZero();
    int before = looks.get();
    await()
        .during(Duration.ofMillis(2_500))
        .atMost(SOON)
        .until(() -> looks.get() <= before + 1); // one may have been under way
  }

  @Test
  void whoComesAgainIsToldAgain() {
    AssertSubscriber<OutboundSseEvent> first = listen();
    first.awaitItems(1, SOON);
    first.cancel();
    listen().awaitItems(2, SOON);
  }

  @Test
  void whatFailsIsTriedAgain() {
    Asked failing =
        new Asked(
            "f",
            () -> {
              if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
              }
              return Map.of();
            },
            List.of());
    live.stream(SSE, "news", failing)
        .subscribe()
        .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE))
        .awaitItems(1, SOON)
        .cancel();
    assertThat(looks.get()).isGreaterThan(1);
  }

  @Test
  void aQuestionThatTakesLongIsAskedLessOften() {
    CountDownLatch never = new CountDownLatch(1);
    Asked slow =
        new Asked(
            "s",
            () -> {
              boolean unlikely = never.await(500, TimeUnit.MILLISECONDS);
              return Map.of("looks", looks.incrementAndGet(), "unlikely", unlikely);
            },
            List.of());
    live.stream(SSE, "news", slow)
        .subscribe()
        .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE))
        .awaitItems(1, SOON);
    await().during(Duration.ofSeconds(3)).atMost(SOON).until(() -> looks.get() == 1);
  }

  @Test
  void streamsEndWhenTheServiceEnds() {
    AssertSubscriber<OutboundSseEvent> before = listen();
    before.awaitItems(1, SOON);
    live.end();
    before.awaitCompletion(SOON);
    listen().awaitCompletion(SOON);
  }
}
