/**
 * The header {@code Idempotency-Key}. A call that takes one keeps its digest with what it made, in
 * the same transaction, and answers a repetition from there: this module reads the key and stores
 * nothing. A call that names what it makes itself, such as a PUT, needs none; a call that answers
 * with a secret takes none, since what would have to be stored is the secret.
 */
package baton.http.idempotency;
