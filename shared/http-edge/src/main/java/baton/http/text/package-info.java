/** What text a request may hold. */
package baton.http.text;
