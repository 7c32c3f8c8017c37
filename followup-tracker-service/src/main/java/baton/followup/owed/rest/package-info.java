/** What is owed now, over HTTP. */
package baton.followup.owed.rest;
