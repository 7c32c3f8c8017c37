package baton.qualification.decision.domain;

import java.util.Map;

/**
 * What one criterion made of a lead.
 *
 * @param observed every attribute read, with its value; an empty one if it is missing
 * @param contribution points added to the score
 * @param sentence the result, for people
 */
public record Finding(
    String criterion,
    Kind kind,
    Outcome outcome,
    Map<String, String> observed,
    String expected,
    int contribution,
    String sentence) {}
