/**
 * What owners owe, and whether they did it.
 *
 * <p>What is known of a lead is a set of facts: who it was assigned to, what that rep did.
 * Everything else follows from the set, not from the order in which it became known ({@link
 * baton.followup.commitment.domain}); what follows anew is published. Only one thing depends on the
 * clock: a deadline that passes while nothing is known ({@link
 * baton.followup.commitment.FireDeadlines}).
 */
package baton.followup.commitment;
