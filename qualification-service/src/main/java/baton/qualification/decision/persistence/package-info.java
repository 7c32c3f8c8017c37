/** The tables of leads, touchpoints, cycles and decisions, read and written in few statements. */
package baton.qualification.decision.persistence;
