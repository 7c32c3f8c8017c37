/**
 * The roster: who takes leads, when, and how many; the teams and their managers. Each change is
 * published as the rep's new state, without the e-mail address, and looks after the leads that
 * wait.
 */
package baton.routing.roster;
