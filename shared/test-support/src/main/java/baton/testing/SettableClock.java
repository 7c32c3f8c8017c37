package baton.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is set. Safe for use by several threads; clocks made by {@link
 * #withZone} show the same time and move with it.
 */
public final class SettableClock extends Clock {

  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  private SettableClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** Stands at the instant, in UTC. */
  public static SettableClock at(Instant instant) {
    return new SettableClock(new AtomicReference<>(instant), ZoneOffset.UTC);
  }

  /** Stands at the instant, written like {@code 2026-03-02T09:00:00Z}. */
  public static SettableClock at(String instant) {
    return at(Instant.parse(instant));
  }

  /** Moves to the instant, forward or back. */
  public void set(Instant instant) {
    now.set(instant);
  }

  /** Moves on, or back if the duration is negative. */
  public Instant advance(Duration duration) {
    return now.updateAndGet(instant -> instant.plus(duration));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new SettableClock(now, other);
  }
}
