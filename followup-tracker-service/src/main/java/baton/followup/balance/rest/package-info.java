/** The balance of cycles over HTTP. */
package baton.followup.balance.rest;
