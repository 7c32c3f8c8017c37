/** Decisions and criteria over HTTP. */
package baton.qualification.decision.rest;
