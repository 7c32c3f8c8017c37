/** The record of a lead: everything that was read or said about it, in the order of happening. */
package baton.followup.timeline;
