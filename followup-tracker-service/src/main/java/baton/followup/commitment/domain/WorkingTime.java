package baton.followup.commitment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The time that counts for a deadline: somebody's working hours, or all of it. */
@FunctionalInterface
public interface WorkingTime {

  /** All of it, round the clock. */
  WorkingTime ELAPSED = (from, working) -> Optional.of(from.plus(working));

  /**
   * The earliest instant by which so much has been worked since another.
   *
   * @return empty if there is not so much working time in the years ahead
   */
  Optional<Instant> after(Instant from, Duration working);

  /**
   * The same, by elapsed time where there is not so much working time: a promise that can never
   * fall due would be none.
   */
  default Instant due(Instant from, Duration working) {
    return after(from, working).orElseGet(() -> from.plus(working));
  }
}
