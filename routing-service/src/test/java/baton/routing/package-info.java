/** Routing, tested through its doors and rule by rule. */
package baton.routing;
