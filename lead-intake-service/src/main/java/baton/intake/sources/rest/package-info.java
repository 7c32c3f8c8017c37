/** The sources over HTTP. */
package baton.intake.sources.rest;
