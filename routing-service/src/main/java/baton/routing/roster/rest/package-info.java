/** The roster over HTTP. */
package baton.routing.roster.rest;
