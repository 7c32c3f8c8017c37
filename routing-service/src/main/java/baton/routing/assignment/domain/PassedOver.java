package baton.routing.assignment.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who was looked at and passed over, in the order of the turn.
 *
 * @param candidates reps in the pool
 * @param named the first {@link #NAMED} of them
 * @param more the others: number by reason
 */
public record PassedOver(int candidates, List<Rep> named, Map<WhyPassed, Integer> more) {

  /** How many are named. */
  public static final int NAMED = 20;

  /** A rep who was passed over, with the open leads and the capacity of that moment. */
  public record Rep(UUID repId, WhyPassed reason, int openLeads, int capacity) {}
}
