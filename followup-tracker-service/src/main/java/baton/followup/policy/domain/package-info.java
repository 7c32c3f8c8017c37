/** The follow-up policy as plain rules. */
package baton.followup.policy.domain;
