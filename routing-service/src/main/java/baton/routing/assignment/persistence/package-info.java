/** The tables of turns, assignments and held leads, read and written in few statements. */
package baton.routing.assignment.persistence;
