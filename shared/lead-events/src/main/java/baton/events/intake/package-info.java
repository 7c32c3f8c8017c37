/** What lead-intake says: leads, touchpoints, submissions, and the profile. */
package baton.events.intake;
