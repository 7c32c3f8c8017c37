package baton.badexample.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** A good one. */
public class AsksTheClock {
  public Instant instant(Clock clock) {
    return LocalDate.now(clock).isLeapYear() ? Instant.now(clock) : clock.instant();
  }
}
