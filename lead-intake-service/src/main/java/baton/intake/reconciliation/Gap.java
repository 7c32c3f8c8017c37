package baton.intake.reconciliation;

/**
 * Numbers of a source's sequence that are missing.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record Gap(long first, long last) {}
