package baton.routing.assignment.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The order in which a pool would give a lead. A pure function of policies and candidates.
 *
 * @param couldTakeIt how many can take it
 * @param able the first two of them: the one who gets it, and the runner-up
 * @param passed all who come before the first of them and cannot take it
 */
record Ranking(int candidates, int couldTakeIt, List<Candidate> able, List<PassedOver.Rep> passed) {

  static Ranking of(Strategy strategy, AwayPolicy away, Collection<Candidate> candidates) {
    List<Candidate> order = new ArrayList<>(candidates);
    order.sort(away.order().thenComparing(strategy.order()));
    List<Candidate> able = new ArrayList<>(2);
    List<PassedOver.Rep> passed = new ArrayList<>();
    int couldTakeIt = 0;
    for (Candidate candidate : order) {
      Optional<WhyPassed> refusal = candidate.refusal(away);
      if (refusal.isEmpty()) {
        couldTakeIt++;
        if (able.size() < 2) {
          able.add(candidate);
        }
      } else if (able.isEmpty()) {
        passed.add(new PassedOver.Rep(candidate, refusal.get()));
      }
    }
    return new Ranking(candidates.size(), couldTakeIt, able, passed);
  }

  Optional<Candidate> first() {
    return able.stream().findFirst();
  }

  WhyHeld whyNobody() {
    return WhyHeld.of(passed.stream().map(PassedOver.Rep::reason).toList());
  }
}
