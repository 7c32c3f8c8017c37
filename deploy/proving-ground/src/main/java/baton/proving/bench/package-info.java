/**
 * {@code ./baton bench}: what the system does on this machine, beside what the machine could do:
 * how many leads a second, how long a lead takes, how long a service takes to start, and what all
 * of it costs in processor time and memory. Each figure stands beside its baselines of the same
 * run, and counts only if afterwards the books are exact.
 */
package baton.proving.bench;
