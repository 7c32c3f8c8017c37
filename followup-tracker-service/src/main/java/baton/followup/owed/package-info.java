/** What everybody owes at this moment: counts, what falls due next, and what is late. */
package baton.followup.owed;
