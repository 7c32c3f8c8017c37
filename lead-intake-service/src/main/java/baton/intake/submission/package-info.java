/** A submission: what one person sent once, from its arrival to its receipt. */
package baton.intake.submission;
