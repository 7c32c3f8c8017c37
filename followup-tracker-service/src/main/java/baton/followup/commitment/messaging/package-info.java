/** The topics that the tracker reads. */
package baton.followup.commitment.messaging;
