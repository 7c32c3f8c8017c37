package baton.followup.commitment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clocks are trusted, and how often deadlines are looked at. */
@ConfigMapping(prefix = "baton.followup")
public interface CommitmentConfig {

  /**
   * How far the clocks of the systems that report activities may be ahead of ours. What is dated
   * later than that has not happened, and would meet commitments that nobody met: it is kept,
   * flagged, and not counted.
   */
  @WithDefault("PT5M")
  Duration clockTolerance();

  /** How often deadlines are looked at. */
  @WithDefault("PT0.25S")
  Duration scanEvery();

  /** False in tests that move the clock by hand. */
  @WithDefault("true")
  boolean scan();
}
