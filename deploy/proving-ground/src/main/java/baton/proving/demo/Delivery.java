package baton.proving.demo;

import java.time.Duration;
import java.util.List;

/**
 * One request to a door.
 *
 * @param name of the request: the same name again is a repetition
 * @param at how long after the start of the day
 * @param campaign that is credited, and whose door it comes through
 * @param items one, or all names of a list
 */
record Delivery(String name, Duration at, Campaign campaign, List<Submission> items) {

  Delivery repeatedAt(Duration time) {
    return new Delivery(name, time, campaign, items);
  }
}
