/** The record of a lead over HTTP. */
package baton.followup.timeline.rest;
