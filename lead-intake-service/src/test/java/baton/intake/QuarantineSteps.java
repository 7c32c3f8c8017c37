package baton.intake;

import baton.events.EventJson;
import baton.events.intake.SubmissionDiscarded;
import baton.events.intake.SubmissionReleased;
import baton.events.intake.SubmissionRetried;
import baton.testing.BatonInfrastructure;
import baton.testing.Probe;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the log says was done about a submission in quarantine. */
final class QuarantineSteps {

  private static final Duration SOON = Duration.ofSeconds(20);

  private QuarantineSteps() {}

  /** Each with what came of it, once there are at least so many. */
  static List<String> of(String submission, int count) {
    try (Probe probe = BatonInfrastructure.probe("baton.intake")) {
      probe.await(count, event -> step(event, submission).findAny().isPresent(), SOON);
      return probe.readToEnd().stream().flatMap(event -> step(event, submission)).toList();
    }
  }

  private static Stream<String> step(ConsumerRecord<String, byte[]> event, String submission) {
    if (!submission.equals(event.key())) {
      return Stream.empty();
    }
    return switch (Probe.header(event, "ce_type").orElseThrow()) {
      case "baton.submission.retried.v1" -> {
        SubmissionRetried retried = EventJson.read(SubmissionRetried.class, event.value());
        yield Stream.of(retried.step() + " in vain: " + retried.reason());
      }
      case "baton.submission.released.v1" ->
          Stream.of(EventJson.read(SubmissionReleased.class, event.value()).step() + ": released");
      case "baton.submission.discarded.v1" ->
          Stream.of(
              EventJson.read(SubmissionDiscarded.class, event.value()).step() + ": discarded");
      default -> Stream.empty();
    };
  }
}
