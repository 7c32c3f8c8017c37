/** What routing says: who has a lead and why, who waits and why, and the roster. */
package baton.events.routing;
