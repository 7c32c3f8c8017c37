/**
 * The organisations that Sales knows, and who owns them. A lead belongs to the account with the
 * domain of its company, else to the only one with its name.
 */
package baton.routing.accounts;
