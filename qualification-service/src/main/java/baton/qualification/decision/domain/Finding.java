package baton.qualification.decision.domain;

import java.util.SortedMap;

/**
 * What one criterion made of a lead.
 *
 * @param version of the criterion
 * @param observed every attribute read, with its value; an empty one if it is missing
 * @param contribution points added to the score
 * @param sentence the result, for people
 */
public record Finding(
    String criterion,
    int version,
    Kind kind,
    Outcome outcome,
    SortedMap<String, String> observed,
    String expected,
    int contribution,
    String sentence) {}
