/** One id for a request and everything that follows from it, in answers, logs and events. */
package baton.http.correlation;
