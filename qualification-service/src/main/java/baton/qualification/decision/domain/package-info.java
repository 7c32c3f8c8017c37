/**
 * The rules: criteria with three outcomes, verdicts with their reasons, and the cycles of a lead.
 */
package baton.qualification.decision.domain;
