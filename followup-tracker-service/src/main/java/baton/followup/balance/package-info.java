/**
 * The balance of cycles: those that were opened against those that stand in a state. Openings are
 * counted among the facts and states among the cycles, so that a difference shows a loss.
 */
package baton.followup.balance;
