package baton.qualification.decision.domain;

import java.util.List;

/**
 * What the criteria made of a lead.
 *
 * @param grade of a qualified lead, otherwise null
 * @param score sum of the contributions of the findings
 * @param findings one for each criterion, in the order of the set
 * @param summary one sentence for people
 */
public record Verdict(
    Result result,
    Grade grade,
    String criteriaSet,
    int version,
    int score,
    List<Finding> findings,
    String summary) {}
