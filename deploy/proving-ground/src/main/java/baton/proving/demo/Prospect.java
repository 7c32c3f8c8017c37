package baton.proving.demo;

import java.time.Duration;

/**
 * Somebody who is going to come, and what Sales would find out.
 *
 * @param number of all people of the day, from 0
 * @param secondHalf whether among the second half of the campaign's people
 * @param at how long after the start of the day
 * @param company where the person works, told or not
 * @param title as told, or null
 * @param callable whether a phone number is told
 */
record Prospect(
    int number,
    Campaign campaign,
    boolean secondHalf,
    Duration at,
    Looks looks,
    Worth worth,
    String givenName,
    String familyName,
    Company company,
    String title,
    boolean callable) {}
