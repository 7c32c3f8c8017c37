/** Submissions that could not become leads, waiting for a person to look at them. */
package baton.intake.quarantine;
