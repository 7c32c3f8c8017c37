/** The lists of mail domains and role names over HTTP. */
package baton.intake.verification.rest;
