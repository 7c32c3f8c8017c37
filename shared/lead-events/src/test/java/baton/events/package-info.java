/** Holds the event types, their schemas, samples and documents together. */
package baton.events;
