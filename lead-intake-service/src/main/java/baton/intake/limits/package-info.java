/** How many requests are taken, from one source and from all. */
package baton.intake.limits;
