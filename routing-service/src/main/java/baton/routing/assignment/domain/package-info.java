/**
 * Who gets a lead: the turn of a pool and its weights, what is owed and what was missed, who is
 * passed over and why, and why a lead has to wait. A choice is a pure function of a {@link
 * baton.routing.assignment.domain.Selection}, which is stored and can be asked again.
 */
package baton.routing.assignment.domain;
