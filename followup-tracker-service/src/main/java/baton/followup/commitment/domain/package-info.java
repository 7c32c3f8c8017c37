/** Deadlines and engagement as plain rules: what follows from which facts. */
package baton.followup.commitment.domain;
