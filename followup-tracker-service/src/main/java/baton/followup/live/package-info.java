/**
 * Answers that are told again whenever they change: each question is asked once a second as long as
 * anybody listens to the answer, however many do.
 */
package baton.followup.live;
