package baton.routing.assignment.domain;

import java.util.Comparator;

/**
 * By what a pool chooses among those who can take a lead. All of it is reckoned in integers, so
 * that the same state always gives the same rep.
 */
public enum Strategy {
  /** In turn: twice the weight, twice the turns. */
  TURN(
      Comparator.comparingLong(Candidate::pass)
          .thenComparingLong(Candidate::lastTurn)
          .thenComparing(Candidate::repId)),
  /** Whoever has the fewest open leads for the weight; then whoever was given one longest ago. */
  FEWEST(then((a, b) -> ratio(a.openLeads(), a.weight(), b.openLeads(), b.weight()))),
  /** Whoever has the least share of the capacity in use for the weight; then as above. */
  LEAST_LOADED(then((a, b) -> ratio(a.openLeads(), room(a), b.openLeads(), room(b))));

  private final Comparator<Candidate> order;

  Strategy(Comparator<Candidate> order) {
    this.order = order;
  }

  private static Comparator<Candidate> then(Comparator<Candidate> load) {
    return load.thenComparingLong(Candidate::lastTurn).thenComparing(Candidate::repId);
  }

  Comparator<Candidate> order() {
    return order;
  }

  /** Compares one/of with other/ofOther, none of which is 0, without a division. */
  private static int ratio(long one, long of, long other, long ofOther) {
    return Long.compare(one * ofOther, other * of);
  }

  private static long room(Candidate candidate) {
    return (long) Math.max(1, candidate.capacity()) * candidate.weight();
  }
}
