/** The turn: whose it is, who is passed over and why, and why a lead has to wait. */
package baton.routing.assignment.domain;
