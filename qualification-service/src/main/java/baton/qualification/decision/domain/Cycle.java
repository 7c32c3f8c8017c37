package baton.qualification.decision.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * One journey of a lead through the stages.
 *
 * @param id the submission that opened it
 * @param campaign the campaign it is credited to, or null
 * @param inquiredAt arrival of the submission that it is credited to
 * @param ending how it ended while Sales had it, or null
 * @param endedAt when it ended so, or null
 * @param history whether nothing but history tells of it: what the person does then opens another
 */
public record Cycle(
    UUID id,
    String source,
    String campaign,
    Instant inquiredAt,
    State state,
    Ending ending,
    Instant endedAt,
    boolean history) {

  /** Where a cycle stands. */
  public enum State {
    /** Qualified; Sales has it. */
    OPEN,
    /** Sales found an opportunity and has it still. */
    CONVERTED,
    /** With marketing until there is new evidence. */
    NURTURED,
    /** No lead for Sales, unless there is new evidence. */
    DISQUALIFIED,
    /** Sales won the opportunity. */
    WON,
    /** Sales lost the opportunity. */
    LOST,
    /** The lead was erased while Sales had it: nobody works on it any more. */
    ERASED,
    /** The lead turned out to be another one while Sales had it: that one goes on. */
    MERGED;

    private static State after(Result result) {
      return switch (result) {
        case QUALIFIED -> OPEN;
        case NURTURED -> NURTURED;
        case DISQUALIFIED -> DISQUALIFIED;
      };
    }
  }

  /** How a cycle that Sales has ends: Sales ends it, or the lead is erased or is another one. */
  public enum Ending {
    REJECTED(State.NURTURED),
    RECYCLED(State.NURTURED),
    DISQUALIFIED(State.DISQUALIFIED),
    WON(State.WON),
    LOST(State.LOST),
    ERASED(State.ERASED),
    MERGED(State.MERGED);

    private final State leadsTo;

    Ending(State leadsTo) {
      this.leadsTo = leadsTo;
    }

    private boolean isOfSales() {
      return this != ERASED && this != MERGED;
    }
  }

  /** A cycle that a submission opens. */
  static Cycle openedBy(Touchpoint touchpoint, Result result, boolean history) {
    return new Cycle(
        touchpoint.submissionId(),
        touchpoint.source(),
        touchpoint.campaign(),
        touchpoint.arrivedAt(),
        State.after(result),
        null,
        null,
        history);
  }

  boolean isWithSales() {
    return state == State.OPEN || state == State.CONVERTED;
  }

  /**
   * True if an end at this time takes the place of the erasure or merge that ended the cycle as far
   * as was known.
   */
  boolean hadEndedBefore(Instant at) {
    return ending != null && !ending.isOfSales() && !at.isAfter(endedAt);
  }

  /** True if the cycle was ended by Sales, and after this time. */
  boolean wasEndedBySalesAfter(Instant at) {
    return ending != null && ending.isOfSales() && endedAt.isAfter(at);
  }

  /** True if the touchpoint came while Sales had the lead; asked once Sales has it no more. */
  boolean hadEndedAfter(Touchpoint touchpoint) {
    return endedAt != null && touchpoint.arrivedAt().isBefore(endedAt);
  }

  /** Decided again, without success; what was won or lost stays so. */
  Cycle decidedAgain(Result result) {
    State now = state == State.WON || state == State.LOST ? state : State.after(result);
    return new Cycle(id, source, campaign, inquiredAt, now, ending, endedAt, history);
  }

  Cycle ended(Ending how, Instant at) {
    return new Cycle(id, source, campaign, inquiredAt, how.leadsTo, how, at, history);
  }

  Cycle converted() {
    return new Cycle(id, source, campaign, inquiredAt, State.CONVERTED, null, null, history);
  }
}
