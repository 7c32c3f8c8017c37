/** The door for rep activity. */
package baton.followup.activity.rest;
