/** The console: the files at the root, and what browsers are told about them. */
package baton.followup.console;
