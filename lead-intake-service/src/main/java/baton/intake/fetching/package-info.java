/** Fetches what platforms tell of by number only: who it is, and what was filled in. */
package baton.intake.fetching;
