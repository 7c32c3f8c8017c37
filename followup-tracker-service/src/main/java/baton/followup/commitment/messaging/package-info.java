/** What comes from other services and the systems of Sales, put to the use case. */
package baton.followup.commitment.messaging;
