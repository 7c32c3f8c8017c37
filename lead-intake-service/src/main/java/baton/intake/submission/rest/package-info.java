/** The door for API clients. */
package baton.intake.submission.rest;
