/** Rules that say which pool, or whose, a lead is: in order, each with a condition. */
package baton.routing.rules.domain;
