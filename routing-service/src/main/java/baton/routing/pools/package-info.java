/** The pools of reps; for now there is one, with everybody in it. */
package baton.routing.pools;
