/**
 * What tests (and the launcher on one machine) need from the outside world, as the real thing: a
 * PostgreSQL server and a Kafka broker that can be stopped, killed and brought back on the same
 * data, a clock that is set rather than waited for, a probe that awaits an event, and the
 * architecture rules every service is held to.
 *
 * <p>Servers are processes of their own, identified by what lies in their directory (a pid file),
 * never by an object in memory: so a second handle, in another class loader or another JVM, can
 * recognise, end and restart what a killed parent left behind.
 */
package baton.testing;
