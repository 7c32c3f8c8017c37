/** The leads that wait because nobody fits: shown with their reason, watched, and looked after. */
package baton.routing.holding;
