package baton.followup.metrics;

import baton.followup.metrics.domain.Cell;
import java.time.Instant;

/**
 * A change of a cell.
 *
 * @param happened the hour (UTC) of what changed it
 * @param recorded the hour (UTC) in which Baton came to know of it
 * @param amount what is added; never 0
 */
public record Delta(Cell cell, Instant happened, Instant recorded, int amount) {}
