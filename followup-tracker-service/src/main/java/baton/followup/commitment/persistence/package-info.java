/** The files of leads in PostgreSQL. */
package baton.followup.commitment.persistence;
