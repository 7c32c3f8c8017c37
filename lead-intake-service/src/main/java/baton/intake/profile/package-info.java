/**
 * Contact details as they are now: with match keys and raw bodies, all that tells who a lead is.
 */
package baton.intake.profile;
