package baton.followup.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the first version of the policy says; it is read once, when the database is made. */
@ConfigMapping(prefix = "baton.followup")
public interface FirstPolicyConfig {

  /** Working time to accept or reject a lead. */
  @WithDefault("PT4H")
  Duration acceptance();

  /** Working time for the first touch. */
  @WithDefault("PT24H")
  Duration firstTouch();
}
