package baton.routing.rules.domain;

/**
 * What came of one rule.
 *
 * @param why it could not be told, or null
 */
public record RuleOutcome(String rule, Verdict.Outcome outcome, String why) {}
