package baton.intake.submission.rest;

import baton.intake.sources.Source;
import baton.intake.submission.Door;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

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

  private static final String NONE = "none";

  private final MeterRegistry meters;

  DoorMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Begins to measure. */
  public Waiting begin(Source source, Door door) {
    return begin(source, door.name());
  }

  /** Begins to measure a batch, which has many submissions. */
  public Waiting beginBatch(Source source) {
    return begin(source, "BATCH");
  }

  private Waiting begin(Source source, String door) {
    return new Waiting(source, door, Timer.start(meters));
  }

  /** A source that waits for its answer. */
  public final class Waiting {

    private final Source source;
    private final String door;
    private final Timer.Sample sample;

    private Waiting(Source source, String door, Timer.Sample sample) {
      this.source = source;
      this.door = door;
      this.sample = sample;
    }

    /** Measures until the answer is there. */
    public CompletionStage<Response> until(CompletionStage<Response> answer) {
      return answer.whenComplete(
          (response, failure) ->
              sample.stop(timer(response == null ? NONE : String.valueOf(response.getStatus()))));
    }

    /** Measures until this thread has the answer, which is told with 200. */
    public <T> T during(Supplier<T> answer) {
      String status = NONE;
      try {
        T made = answer.get();
        status = "200";
        return made;
      } finally {
        sample.stop(timer(status));
      }
    }

    private Timer timer(String status) {
      return Timer.builder("baton.intake.answers")
          .description("How long sources wait for the answers to their submissions")
          .tag("source", source.id())
          .tag("door", door)
          .tag("status", status)
          .serviceLevelObjectives(LIMITS)
          .register(meters);
    }
  }
}
