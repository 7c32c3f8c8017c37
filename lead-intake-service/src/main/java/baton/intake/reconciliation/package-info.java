/**
 * The balance of the door: what was answered with 2xx against what was published. Receipts are
 * counted in one table and events in another, so that a difference shows a loss.
 */
package baton.intake.reconciliation;
