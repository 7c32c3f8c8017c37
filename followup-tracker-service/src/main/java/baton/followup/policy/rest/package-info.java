/** The follow-up policy over HTTP. */
package baton.followup.policy.rest;
