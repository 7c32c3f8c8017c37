/** What is measured of a cycle, in which cell it counts, and what the numbers are called. */
package baton.followup.metrics.domain;
