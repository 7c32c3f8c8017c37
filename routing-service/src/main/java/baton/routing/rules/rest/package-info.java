/** Routing rules over HTTP. */
package baton.routing.rules.rest;
