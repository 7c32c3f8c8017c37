/**
 * The pools of reps: by what they choose, what they do about those who are away, when they take a
 * lead back, who is in them, and the ledger of what moved anybody in the turn. Changing a pool
 * never begins the turn anew.
 */
package baton.routing.pools;
