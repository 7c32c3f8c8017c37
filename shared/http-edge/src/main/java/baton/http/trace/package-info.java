/** What traces may tell. */
package baton.http.trace;
