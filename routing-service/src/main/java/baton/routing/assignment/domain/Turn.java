package baton.routing.assignment.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The turn of a pool, by strides: each seat has a place, and whoever is first takes the lead and
 * goes back by a stride that is the shorter the larger the weight. The pool remembers how far the
 * turn has come, and nobody stands before that: who joins begins there, who could take none for a
 * while has missed the turns, and neither gets more than the others afterwards. A lead that
 * somebody must not have because of having had it before costs that rep no turn.
 *
 * <p>The same seats and leads always give the same choices.
 */
public final class Turn {

  private final Strategy strategy;
  private final AwayPolicy away;
  private final Map<UUID, Seat> seats = new HashMap<>();
  private final List<Movement> movements = new ArrayList<>();
  private long number;
  private long virtualTime;

  /**
   * @param number of the last turn taken in the pool
   * @param virtualTime how far the turn has come
   * @param seats of all reps in the pool
   */
  public Turn(
      Strategy strategy, AwayPolicy away, long number, long virtualTime, Collection<Seat> seats) {
    this.strategy = strategy;
    this.away = away;
    this.number = number;
    this.virtualTime = virtualTime;
    seats.forEach(seat -> this.seats.put(seat.repId(), seat));
  }

  /**
   * Gives a lead to whoever comes next and can take it.
   *
   * @param had the reps who had this cycle before
   */
  public Choice next(Collection<UUID> had) {
    return next(had, null);
  }

  /** The same, with the owner whom a rule named and who could not take it. */
  private Choice next(Collection<UUID> had, Candidate owner) {
    Ranking ranking = ranking(had);
    Selection selection = Selection.of(strategy, away, owner, ranking);
    if (ranking.first().isEmpty()) {
      return new Choice.Nobody(ranking.whyNobody(), selection);
    }
    Candidate first = ranking.first().get();
    Seat seat = seats.get(first.repId());
    ranking.passed().forEach(rep -> seats.get(rep.candidate().repId()).passedOver(rep.reason()));
    if (strategy == Strategy.TURN) {
      seat.pay(first.pass(), movements);
      virtualTime = Math.max(virtualTime, reached(first, ranking.passed()));
    }
    seat.take(++number);
    return new Choice.Chosen(seat.load(), selection, strategy == Strategy.TURN);
  }

  /**
   * Gives a lead to its owner, who need not be in the pool, if the owner can take it, and otherwise
   * to whoever comes next. The owner's lead moves nobody in the turn.
   */
  public Choice toOwner(Load owner, Collection<UUID> had) {
    Candidate candidate = owner.candidate(had);
    if (candidate.refusal(away).isPresent()) {
      return next(had, candidate);
    }
    owner.take();
    return new Choice.Chosen(
        owner, Selection.ofOwner(strategy, away, candidate, seats.size()), false);
  }

  /** Somebody who had the cycle before is still to come: the turn does not go past. */
  private static long reached(Candidate first, List<PassedOver.Rep> passed) {
    return passed.stream()
        .filter(rep -> rep.reason() == WhyPassed.ALREADY_HAD_IT)
        .mapToLong(rep -> rep.candidate().pass())
        .reduce(first.pass(), Math::min);
  }

  private Ranking ranking(Collection<UUID> had) {
    return Ranking.of(
        strategy,
        away,
        seats.values().stream().map(seat -> seat.candidate(had, virtualTime)).toList());
  }

  /** Owes a rep a turn; nothing happens if the rep is not in the pool or it is in no turn. */
  public Optional<Movement> giveTurnBack(UUID repId) {
    Seat seat = seats.get(repId);
    if (seat == null || strategy != Strategy.TURN) {
      return Optional.empty();
    }
    Movement movement = seat.giveTurnBack();
    movements.add(movement);
    return Optional.of(movement);
  }

  /** How many leads could be given now. */
  public int room() {
    return (int)
        Math.min(
            Integer.MAX_VALUE,
            seats.values().stream().mapToLong(seat -> seat.load().room(away)).sum());
  }

  /** Why a lead that nobody had would wait if there is no {@link #room()}. */
  public Choice.Nobody nobody() {
    Ranking ranking = ranking(Set.of());
    return new Choice.Nobody(ranking.whyNobody(), Selection.of(strategy, away, null, ranking));
  }

  /** Number of the last turn taken. */
  public long number() {
    return number;
  }

  /** How far the turn has come. */
  public long virtualTime() {
    return virtualTime;
  }

  /** All seats, in no order. */
  public Collection<Seat> seats() {
    return seats.values();
  }

  /** What moved somebody and was no ordinary turn, since this was made. */
  public List<Movement> movements() {
    return movements;
  }
}
