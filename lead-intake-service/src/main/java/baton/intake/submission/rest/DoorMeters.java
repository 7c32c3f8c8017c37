package baton.intake.submission.rest;

import baton.intake.sources.Source;
import baton.intake.submission.Door;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * How long sources wait for their answers, from the moment at which they are known until their
 * submissions are durable. Of a request that nothing became of the answer is {@code none}.
 */
@Singleton
public class DoorMeters {

  private static final Duration[] LIMITS = {
    Duration.ofMillis(20),
    Duration.ofMillis(100),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3),
    Duration.ofSeconds(5)
  };

  private final MeterRegistry meters;

  DoorMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Begins to measure. */
  public Waiting begin(Source source, Door door) {
    return new Waiting(source, door, Timer.start(meters));
  }

  /** A source that waits for its answer. */
  public final class Waiting {

    private final Source source;
    private final Door door;
    private final Timer.Sample sample;

    private Waiting(Source source, Door door, Timer.Sample sample) {
      this.source = source;
      this.door = door;
      this.sample = sample;
    }

    /** Measures until the answer is there. */
    public CompletionStage<Response> until(CompletionStage<Response> answer) {
      return answer.whenComplete((response, failure) -> sample.stop(timer(response)));
    }

    private Timer timer(Response response) {
      return Timer.builder("baton.intake.answers")
          .description("How long sources wait for the answers to their submissions")
          .tag("source", source.id())
          .tag("door", door.name())
          .tag("status", response == null ? "none" : String.valueOf(response.getStatus()))
          .serviceLevelObjectives(LIMITS)
          .register(meters);
    }
  }
}
