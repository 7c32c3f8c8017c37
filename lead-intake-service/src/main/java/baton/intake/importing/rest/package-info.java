/** The door for lists. */
package baton.intake.importing.rest;
