package baton.routing.assignment.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who came before the chosen one and was passed over, in the order of the pool.
 *
 * @param candidates reps in the pool
 * @param named the first {@link #NAMED} of them
 * @param more the others: number by reason
 */
public record PassedOver(int candidates, List<Rep> named, Map<WhyPassed, Integer> more) {

  /** How many are named. */
  public static final int NAMED = 20;

  /** A rep who was passed over, as the decision saw the rep. */
  public record Rep(Candidate candidate, WhyPassed reason) {}

  static PassedOver of(int candidates, List<Rep> all) {
    Map<WhyPassed, Integer> more = new EnumMap<>(WhyPassed.class);
    for (Rep rep : all.subList(Math.min(NAMED, all.size()), all.size())) {
      more.merge(rep.reason(), 1, Integer::sum);
    }
    return new PassedOver(
        candidates, new ArrayList<>(all.subList(0, Math.min(NAMED, all.size()))), more);
  }

  /** How many were passed over. */
  public int number() {
    return named.size() + more.values().stream().mapToInt(n -> n).sum();
  }
}
