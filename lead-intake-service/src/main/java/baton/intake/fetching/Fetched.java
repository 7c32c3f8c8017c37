package baton.intake.fetching;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What came of asking a platform. */
sealed interface Fetched {

  /** What it said. */
  record Found(JsonNode said) implements Fetched {
    /** Not what was said, which is about somebody. */
    @Override
    public String toString() {
      return "Found";
    }
  }

  /**
   * Nothing.
   *
   * @param retryAfter how long the platform wants to be left alone, zero if it does not say
   */
  record Failed(FetchFailure why, Duration retryAfter) implements Fetched {
    static Failed because(FetchFailure why) {
      return new Failed(why, Duration.ZERO);
    }
  }
}
