/** The balance of the door over HTTP. */
package baton.intake.reconciliation.rest;
