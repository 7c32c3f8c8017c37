/** What is owed, over HTTP. */
package baton.followup.worklist.rest;
