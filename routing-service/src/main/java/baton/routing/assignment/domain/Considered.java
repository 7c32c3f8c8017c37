package baton.routing.assignment.domain;

import java.util.List;
import java.util.Map;

/**
 * Who was looked at and passed over, in the order of the turn.
 *
 * @param candidates reps in the pool
 * @param skipped the first {@link #NAMED} of them
 * @param more the others: number by reason
 */
public record Considered(int candidates, List<Skipped> skipped, Map<Skip, Integer> more) {

  /** How many are named. */
  public static final int NAMED = 20;

  /** A rep who was passed over, with the open leads and the capacity of that moment. */
  public record Skipped(java.util.UUID repId, Skip reason, int openLeads, int capacity) {}
}
