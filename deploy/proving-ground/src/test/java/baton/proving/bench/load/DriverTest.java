package baton.proving.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver against a door that stalls and refuses as it is told. */
class DriverTest {

  private static final long STALL = 400;

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer door;

  @TempDir Path directory;

  @BeforeEach
  void open() {
    door =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Every seventh is refused. The first one holds up everybody behind it. */
  private void answer(HttpServerRequest request) {
    int number = requests.getAndIncrement();
    if (number == 0) {
      stall();
    }
    if (number % 7 == 6) {
      request.response().setStatusCode(503).end();
    } else {
      request
          .response()
          .setStatusCode(201)
          .end("{\"submissionId\":\"x\",\"leadId\":\"" + UUID.randomUUID() + "\"}");
    }
  }

  private static void stall() {
    long end = System.nanoTime() + Duration.ofMillis(STALL).toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void everybodyWhoHadToWaitBehindAStallIsCountedFromWhenHeWasDue() {
    try (Acknowledged log = new Acknowledged(directory.resolve("log"));
        Driver driver = driver(log)) {
      Outcome outcome = driver.follow(new PoissonSchedule(200, Duration.ofSeconds(1), 1));

      // At 200/s about eighty are due during the stall, and one in two of them waits 200 ms or
      // more.
      assertThat(outcome.latencies().millis(100)).isGreaterThan(STALL - 50);
      assertThat(outcome.latencies().millis(80)).isGreaterThan(150);
      assertThat(outcome.latencies().count()).isEqualTo(requests.get());
    }
  }

  @Test
  void logsWhatWasAcknowledgedAndNothingElse() {
    try (Acknowledged log = new Acknowledged(directory.resolve("log"));
        Driver driver = driver(log)) {
      Outcome outcome = driver.saturate(4, Duration.ofSeconds(1));

      assertThat(outcome.refused()).isPositive();
      assertThat(outcome.acknowledged() + outcome.refused()).isEqualTo(requests.get());
      assertThat(log.ids()).hasSize((int) outcome.acknowledged()).doesNotHaveDuplicates();
    }
  }

  @Test
  void loadsNothingBeyondThisMachine() {
    try (Acknowledged log = new Acknowledged(directory.resolve("log"));
        Driver driver =
            new Driver(
                URI.create("http://example.com:80"), Submitting.withKey("key"), leads(), log)) {
      assertThatThrownBy(() -> driver.saturate(1, Duration.ofSeconds(1)))
          .hasMessageContaining("not on this machine");
    }
  }

  private Driver driver(Acknowledged log) {
    return new Driver(
        URI.create("http://127.0.0.1:" + door.actualPort()),
        Submitting.withKey("key"),
        leads(),
        log);
  }

  private static Leads leads() {
    return new Leads("test");
  }
}
