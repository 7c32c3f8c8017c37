/** Turns what identifies a person into facts that do not: whose mailbox, what kind of line. */
package baton.intake.verification;
