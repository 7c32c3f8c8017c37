package baton.proving.demo;

import baton.proving.demo.Terms.Term;
import java.time.Duration;

/**
 * What a rep has before the eyes when a lead comes.
 *
 * @param worth what the rep will find out
 */
record Situation(String grade, Worth worth, Term term) {

  /** This part of the time to accept. */
  Duration ofAcceptance(double share) {
    return part(term.acceptance(), share);
  }

  /** This part of the time to touch. */
  Duration ofFirstTouch(double share) {
    return part(term.firstTouch(), share);
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofMillis(Math.round(whole.toMillis() * share));
  }
}
