/** The table of deltas, and what is read of it. */
package baton.followup.metrics.persistence;
