package baton.followup.metrics;

import baton.followup.metrics.domain.Cell;
import java.time.Instant;

/**
 * A change of a cell.
 *
 * @param amount what is added; never 0
 */
public record Delta(Place place, int amount) {

  /**
   * What is changed, and when.
   *
   * @param happened the hour (UTC) of what changed it
   * @param recorded the hour (UTC) in which Baton came to know of it
   */
  public record Place(Cell cell, Instant happened, Instant recorded) {}
}
