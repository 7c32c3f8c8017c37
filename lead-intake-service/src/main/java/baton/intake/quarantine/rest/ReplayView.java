package baton.intake.quarantine.rest;

import baton.http.paging.Cursor;
import baton.intake.quarantine.ReplayQuarantined;

/**
 * What became of the submissions that were read again.
 *
 * @param released became a lead or a touchpoint
 * @param discarded are nothing, as their sender says
 * @param quarantined can reach nobody even now
 * @param next where to go on, or null if none is behind them
 */
public record ReplayView(int released, int discarded, int quarantined, String next) {

  static ReplayView from(ReplayQuarantined.Run run) {
    return new ReplayView(
        run.released(),
        run.discarded(),
        run.quarantined(),
        run.last().map(id -> Cursor.of(id).toString()).orElse(null));
  }
}
