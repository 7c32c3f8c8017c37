package baton.followup.metrics.domain;

import baton.followup.metrics.domain.CycleStory.Owner;
import java.time.Instant;

/**
 * One thing that counts once.
 *
 * @param cell where it counts
 * @param owner whom it counts for, or null if it counts for the cycle
 * @param cohortAt when the cycle arrived, was qualified or assigned: what it counts in the period
 *     of
 * @param at when it happened that it counts
 * @param millis how long it took, in milliseconds; null for what is only counted
 */
public record Counted(Cell cell, Owner owner, Instant cohortAt, Instant at, Long millis) {}
