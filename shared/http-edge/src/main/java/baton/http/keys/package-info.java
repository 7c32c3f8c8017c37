/**
 * Who is calling: API keys, the roles they carry, and the {@link baton.http.keys.Caller} a resource
 * asks. Nothing is open that does not say so.
 */
package baton.http.keys;
