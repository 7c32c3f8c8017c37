/** The files of leads, and the roster, in PostgreSQL. */
package baton.followup.commitment.persistence;
