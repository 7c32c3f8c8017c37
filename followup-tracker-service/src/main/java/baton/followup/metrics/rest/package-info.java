/** The doors to the numbers. */
package baton.followup.metrics.rest;
