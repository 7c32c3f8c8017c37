/**
 * lead-intake: takes every lead from every marketing platform, verifies it, and never loses one.
 */
package baton.intake;
