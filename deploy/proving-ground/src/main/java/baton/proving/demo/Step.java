package baton.proving.demo;

import java.time.Duration;

/**
 * An act and its time.
 *
 * @param after how long after the rep heard of the lead
 * @param toldAfter when the CRM tells of it; the same, unless somebody writes it down late
 */
record Step(Duration after, Duration toldAfter, Act act) {

  static Step of(Duration after, Act act) {
    return new Step(after, after, act);
  }

  Step toldAt(Duration told) {
    return new Step(after, told, act);
  }
}
