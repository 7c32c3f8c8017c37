/** Digests that compare by value. */
package baton.http.digest;
