/**
 * A creating call repeated with the same {@code Idempotency-Key} has its effect once and gets the
 * first answer again. Plain JDBC inside the use case's own transaction, so that the answer and the
 * effect are stored together or not at all.
 */
package baton.http.idempotency;
