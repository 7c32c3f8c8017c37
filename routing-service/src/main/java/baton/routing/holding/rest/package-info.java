/** The leads that wait, over HTTP. */
package baton.routing.holding.rest;
