/** What this module adds to each service's OpenAPI document. */
package baton.http.openapi;
