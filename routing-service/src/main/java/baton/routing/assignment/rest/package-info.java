/** Assignments over HTTP. */
package baton.routing.assignment.rest;
