package baton.followup.policy.domain;

/**
 * One thing that is wrong with a policy.
 *
 * @param pointer JSON pointer into the document
 * @param detail what is wrong, for a person
 */
public record Fault(String pointer, String detail) {}
