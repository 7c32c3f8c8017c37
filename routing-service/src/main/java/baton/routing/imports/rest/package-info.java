/** What is answered to tables that cannot be read. */
package baton.routing.imports.rest;
