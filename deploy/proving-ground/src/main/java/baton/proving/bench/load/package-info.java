/**
 * The driver: leads that were never seen before, sent over a bounded number of connections, either
 * as fast as they are answered or at times that do not depend on the answers.
 */
package baton.proving.bench.load;
