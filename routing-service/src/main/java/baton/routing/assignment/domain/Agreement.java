package baton.routing.assignment.domain;

/**
 * What was agreed with a rep.
 *
 * @param available takes leads: active, and not away today
 * @param capacity open leads held at most
 * @param dailyCap leads given at most on one day in the zone of the rep, or null for any number
 */
public record Agreement(boolean available, int capacity, Integer dailyCap) {}
