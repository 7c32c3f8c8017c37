package baton.routing.pools;

import baton.routing.assignment.domain.AwayPolicy;
import baton.routing.assignment.domain.HeadStart;
import baton.routing.assignment.domain.Strategy;
import baton.routing.assignment.domain.TakeBack;

/** What was agreed about a pool. */
public record PoolSettings(
    Strategy strategy, AwayPolicy away, TakeBack takeBack, HeadStart headStart) {

  /** In turn, whatever the hour, and nothing is taken back. */
  public static final PoolSettings DEFAULT =
      new PoolSettings(Strategy.TURN, AwayPolicy.IGNORE_HOURS, TakeBack.NEVER, HeadStart.DEFAULT);
}
