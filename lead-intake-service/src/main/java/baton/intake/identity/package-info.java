/** A lead's names in other systems. */
package baton.intake.identity;
