package baton.followup.metrics.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Where something counts.
 *
 * @param hour the beginning of the hour (UTC) of the measure's cohort
 * @param repId whom it counts for, or null
 * @param team the team of the rep when the lead was assigned, or null
 * @param campaign the campaign of the cycle, or null
 * @param grade of the cycle, or null before it is qualified
 * @param code what distinguishes it within the measure, or null
 * @param bucket of a duration, see {@link Buckets}; null for what is only counted
 */
public record Cell(
    Measure measure,
    Instant hour,
    UUID repId,
    String team,
    String source,
    String campaign,
    String grade,
    String code,
    Integer bucket) {}
