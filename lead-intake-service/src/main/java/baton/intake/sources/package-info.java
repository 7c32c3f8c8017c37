/** Where submissions come from, and how each source proves who it is. */
package baton.intake.sources;
