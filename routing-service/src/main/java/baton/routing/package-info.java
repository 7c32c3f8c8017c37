/** Routing: who gets a lead and why, who waits and why, and the roster of those who take them. */
package baton.routing;
