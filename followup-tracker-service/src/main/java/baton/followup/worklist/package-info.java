/** What is owed and what was: of a lead, of a rep, of everybody, in the order of falling due. */
package baton.followup.worklist;
