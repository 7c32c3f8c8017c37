/** Consent over HTTP. */
package baton.intake.consent.rest;
