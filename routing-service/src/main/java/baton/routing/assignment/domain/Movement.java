package baton.routing.assignment.domain;

import java.util.UUID;

/**
 * Something that moved a rep in the turn and was no ordinary turn: a row of the fairness ledger.
 * Amounts are in {@link Seat#SCALE}: a turn costs SCALE divided by the weight.
 *
 * @param keptBy what kept the rep away from missed turns, or null
 * @param passBefore place in the turn before; a larger one comes later
 * @param creditBefore turns owed to the rep before
 * @param weight of the rep in the pool afterwards
 */
public record Movement(
    UUID repId,
    Cause cause,
    WhyPassed keptBy,
    long passBefore,
    long passAfter,
    long creditBefore,
    long creditAfter,
    int weight) {

  /** Why somebody moved. */
  public enum Cause {
    /** Came into the pool: stands where the turn stands, and is owed nothing for the past. */
    JOINED,
    /** Could take no lead while the turn went past: those turns are gone. */
    MISSED_TURNS,
    /** A lead was no lead to work on, through no fault of the rep: one turn is owed. */
    TURN_GIVEN_BACK,
    /** A turn that was paid in part by turns owed. */
    TURN,
    /** What was left of the last turn is worth another number of leads. */
    WEIGHT_CHANGED,
    /** Left the pool. */
    LEFT
  }
}
