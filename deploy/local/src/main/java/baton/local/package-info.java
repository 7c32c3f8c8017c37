/**
 * Baton on one machine: starts PostgreSQL, Kafka, the four services and the one address in front of
 * them, watches them, and ends them in order. {@link baton.local.Main} is what {@code ./baton}
 * runs; {@link baton.local.LocalSystem} is the same for tests.
 */
package baton.local;
