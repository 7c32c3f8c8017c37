/**
 * The roster: who takes leads, when, and how many. Each change is published as the rep's new state,
 * and looks after the leads that wait, in the same transaction.
 */
package baton.routing.roster;
