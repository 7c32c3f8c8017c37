/**
 * What reps and leads are called for people who read: names of reps, and of leads what tells nobody
 * who they are.
 */
package baton.followup.names;
