/** How strictly JSON is read. */
package baton.http.json;
