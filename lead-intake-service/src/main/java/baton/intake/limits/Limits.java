package baton.intake.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How many requests this instance takes; a burst of {@link RateLimits#BURST_SECONDS} seconds' worth
 * is taken at once.
 */
@ConfigMapping(prefix = "baton.intake.limit")
interface Limits {

  /** Requests a second from all sources together; 0 for any number. */
  @WithDefault("20000")
  int overall();

  /** Requests a second from a source of which nothing else is said; 0 for any number. */
  @WithDefault("10000")
  int perSource();
}
