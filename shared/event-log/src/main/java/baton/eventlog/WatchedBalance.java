package baton.eventlog;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A balance of yesterday and today (UTC), looked at again and again at a cost that does not grow
 * with the days: both sides of a balance are written in one transaction, so that what was even
 * stays even, and only what came since is drawn up. Everything is drawn up each hour, and as long
 * as something is amiss, as often as it takes a fiftieth of the time. For one thread at a time.
 */
public final class WatchedBalance {

  /** How far behind the last look what is written may be dated. */
  static final Duration OVERLAP = Duration.ofMinutes(1);

  /** How often everything is drawn up though nothing is amiss. */
  static final Duration EVERYTHING = Duration.ofHours(1);

  /** Draws up a balance. */
  @FunctionalInterface
  public interface Ledger {

    /** How much is not accounted for of what is dated from here on; 0 if all is well. */
    long difference(Instant from) throws SQLException;
  }

  private final Ledger ledger;
  private final Clock clock;
  private final Sparing sparing;
  private Instant everything = Instant.MIN;
  private Instant even;
  private volatile long difference;

  public WatchedBalance(Ledger ledger, Clock clock) {
    this(ledger, clock, new Sparing(Sparing.FIFTIETH));
  }

  WatchedBalance(Ledger ledger, Clock clock, Sparing sparing) {
    this.ledger = ledger;
    this.clock = clock;
    this.sparing = sparing;
  }

  /** Looks again, unless it is too early for it. */
  public void look() throws SQLException {
    sparing.run(this::drawUp);
  }

  private void drawUp() throws SQLException {
    Instant now = clock.instant();
    boolean all = difference != 0 || !now.isBefore(everything.plus(EVERYTHING));
    Instant yesterday =
        now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).minusDays(1).toInstant();
    difference = ledger.difference(all ? yesterday : even.minus(OVERLAP));
    even = now;
    everything = all ? now : everything;
  }

  /** What was not accounted for at the last look; 0 if all is well. */
  public long difference() {
    return difference;
  }
}
