/** What followup-tracker says: engagement, or its absence, for each lead. */
package baton.events.followup;
