package baton.followup.commitment;

import baton.followup.commitment.domain.Terms;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;

/** What owners owe, and how often the clock looks. */
@ConfigMapping(prefix = "baton.followup")
public interface CommitmentConfig {

  /** Time to accept or reject a lead, elapsed, from its assignment on. */
  @WithDefault("PT4H")
  Duration acceptance();

  /** Time for the first touch, elapsed, from the assignment on. */
  @WithDefault("PT24H")
  Duration firstTouch();

  /**
   * How far the clocks of the systems that report activities may be ahead of ours. What is dated
   * later than that has not happened, and would meet commitments that nobody met.
   */
  @WithDefault("PT5M")
  Duration clockTolerance();

  /** How often deadlines are looked at. */
  @WithDefault("PT0.25S")
  Duration scanEvery();

  /** False in tests that move the clock by hand. */
  @WithDefault("true")
  boolean scan();

  /** Whether something can have happened at this time, as far as clocks can be trusted. */
  default boolean canHaveHappened(Instant at, Instant now) {
    return !at.isBefore(Instant.EPOCH) && !at.isAfter(now.plus(clockTolerance()));
  }

  /** The terms of an assignment made now. */
  default Terms terms() {
    return new Terms(acceptance(), firstTouch());
  }
}
