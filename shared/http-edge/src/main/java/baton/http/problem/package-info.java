/** Refusals and failures as {@code application/problem+json} (RFC 9457) with stable types. */
package baton.http.problem;
