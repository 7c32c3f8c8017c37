/** What qualification says: its decisions, each with its receipt. */
package baton.events.qualification;
