/** A lead as it is known here, with its cycles: where each stands and who has it. */
package baton.followup.lead;
