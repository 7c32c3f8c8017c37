/** Accounts over HTTP. */
package baton.routing.accounts.rest;
