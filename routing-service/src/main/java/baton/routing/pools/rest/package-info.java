/** Pools over HTTP. */
package baton.routing.pools.rest;
