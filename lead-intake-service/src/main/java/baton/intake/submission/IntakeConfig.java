package baton.intake.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How submissions are written. */
@ConfigMapping(prefix = "baton.intake")
public interface IntakeConfig {

  /** Groups written at the same time: with one they are largest, and a commit is shared by most. */
  @WithDefault("1")
  int writers();

  /** Submissions in a group at most; 1 writes each in a transaction of its own. */
  @WithDefault("100")
  int groupSize();

  /** Submissions that may wait; beyond it callers are told to come back. */
  @WithDefault("2000")
  int backlog();
}
