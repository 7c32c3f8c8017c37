package baton.intake.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import baton.intake.sources.Platform;
import baton.intake.sources.Proof;
import baton.intake.sources.SignedText;
import baton.intake.sources.Source;
import baton.intake.sources.SourceSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Limits of all sources together, and of each. */
class RateLimitsTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void allTogetherAreLimitedWhoeverItIs() {
    RateLimits limits = limits(5, 0);
    for (int i = 0; i < 10; i++) {
      assertThat(limits.take(source(i % 2 == 0 ? "a" : "b", null))).isEmpty();
    }
    assertThat(limits.take(source("c", null)))
        .hasValueSatisfying(
            wait -> assertThat(wait).isPositive().isLessThan(Duration.ofSeconds(1)));
    assertThat(meters.get("baton.intake.limited").tag("source", "c").counter().count())
        .isEqualTo(1);
  }

  /** What all together may not is not taken from what one of them may. */
  @Test
  void whoIsRefusedBecauseOfOthersKeepsWhatIsTheirs() {
    RateLimits limits = limits(50, 2);
    Source patient = source("patient", null);
    assertThat(limits.take(source("greedy", 0), 100)).isEmpty();
    for (int i = 0; i < 20; i++) {
      assertThat(limits.take(patient, 4)).as("try %d", i).isPresent();
    }
    await().atMost(Duration.ofSeconds(5)).until(() -> limits.take(patient, 4).isEmpty());
    assertThat(limits.take(patient, 4)).isPresent();
  }

  @Test
  void withoutLimitsEverybodyGoesThrough() {
    RateLimits limits = limits(0, 0);
    for (int i = 0; i < 10_000; i++) {
      assertThat(limits.take(source("a", null))).isEmpty();
    }
  }

  private RateLimits limits(int overall, int perSource) {
    return new RateLimits(
        new Limits() {
          @Override
          public int overall() {
            return overall;
          }

          @Override
          public int perSource() {
            return perSource;
          }
        },
        meters);
  }

  private static Source source(String id, Integer perSecond) {
    SourceSettings settings =
        new SourceSettings(false, SignedText.PREFIXED_BODY, null, Proof.DEFAULT, perSecond);
    return new Source(id, id, Platform.GENERIC, settings, null, null, true, Instant.EPOCH);
  }
}
