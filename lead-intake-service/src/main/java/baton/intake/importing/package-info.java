/** Lists of leads that somebody uploads: read, tried, and written row by row. */
package baton.intake.importing;
