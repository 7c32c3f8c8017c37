/** Leads over HTTP. */
package baton.followup.lead.rest;
