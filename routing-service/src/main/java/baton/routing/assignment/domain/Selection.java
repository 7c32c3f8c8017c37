package baton.routing.assignment.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that a choice among reps depended on, as it is stored: given again, it makes the same choice.
 *
 * @param owner whom the rule names, or null if it names nobody
 * @param couldTakeIt how many of the pool could take it
 * @param able who got it and the runner-up; none if nobody could take it
 */
public record Selection(
    Strategy strategy,
    AwayPolicy away,
    Candidate owner,
    int couldTakeIt,
    List<Candidate> able,
    PassedOver passedOver) {

  static Selection of(Strategy strategy, AwayPolicy away, Candidate owner, Ranking ranking) {
    return new Selection(
        strategy,
        away,
        owner,
        ranking.couldTakeIt(),
        ranking.able(),
        PassedOver.of(ranking.candidates(), ranking.passed()));
  }

  /** The owner whom a rule names takes it, whoever's turn it is. */
  static Selection ofOwner(Strategy strategy, AwayPolicy away, Candidate owner, int candidates) {
    return new Selection(strategy, away, owner, 0, List.of(), PassedOver.of(candidates, List.of()));
  }

  /** True if the owner whom a rule names took it. */
  public boolean tookByOwner() {
    return owner != null && owner.refusal(away).isEmpty();
  }

  /** Makes the choice again, from what is in here alone: the rep, or empty for nobody. */
  public Optional<UUID> replay() {
    if (tookByOwner()) {
      return Optional.of(owner.repId());
    }
    List<Candidate> known =
        Stream.concat(able.stream(), passedOver.named().stream().map(PassedOver.Rep::candidate))
            .toList();
    return Ranking.of(strategy, away, known).first().map(Candidate::repId);
  }

  /** Why nobody could take it, from what is in here alone. */
  public WhyHeld replayWhyNobody() {
    return WhyHeld.of(
        Stream.concat(
                passedOver.named().stream().flatMap(rep -> rep.candidate().refusal(away).stream()),
                passedOver.more().keySet().stream())
            .toList());
  }
}
