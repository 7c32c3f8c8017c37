/** What the machine is, and what each process takes of it, as {@code /proc} says. */
package baton.proving.bench.machine;
