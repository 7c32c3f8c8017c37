package baton.followup.metrics;

import baton.followup.metrics.domain.Measure;
import java.time.Instant;
import java.util.List;

/**
 * A number of the roll-ups.
 *
 * @param period beginning of the period, or null for the whole time
 * @param group the value of each dimension asked for, in their order; null where there is none
 * @param code what distinguishes it within the measure, or null
 * @param bucket of a duration, or null
 */
public record Tally(
    Instant period, List<String> group, Measure measure, String code, Integer bucket, long count) {}
