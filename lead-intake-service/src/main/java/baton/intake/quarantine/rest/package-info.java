/** The quarantine over HTTP. */
package baton.intake.quarantine.rest;
