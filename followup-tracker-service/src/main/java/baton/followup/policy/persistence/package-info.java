/** Where the versions of the follow-up policy are kept. */
package baton.followup.policy.persistence;
