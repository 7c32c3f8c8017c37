/**
 * The numbers that hold Sales and Marketing to account: written as deltas in the transaction that
 * handles an event, read by definition, and compared with what the facts say.
 */
package baton.followup.metrics;
