package baton.followup.policy.domain;

import java.time.Instant;

/**
 * The policy as it was saved once. It never changes.
 *
 * @param version counted from 1
 * @param from in force from this moment on, until the next version is
 * @param label what it is called
 * @param savedBy name of the key that saved it
 */
public record PolicyVersion(
    int version, Instant from, String label, String savedBy, FollowUpPolicy policy) {}
