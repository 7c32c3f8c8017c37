package baton.events.routing;

import baton.events.Descriptive;
import java.util.List;
import java.util.Map;

/**
 * Who else was looked at. Bounded: the first 20 by name, the others as counts.
 *
 * @param candidates reps in the pool
 * @param skipped at most 20, in the order of the turn
 * @param moreSkipped the others: number by reason; empty if there are none
 */
@Descriptive
public record Considered(
    int candidates, List<SkippedRep> skipped, Map<String, Integer> moreSkipped) {}
