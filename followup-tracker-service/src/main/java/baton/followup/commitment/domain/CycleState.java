package baton.followup.commitment.domain;

import java.util.List;
import java.util.stream.Stream;

/** Where a cycle stands. Each cycle is in one state, so that their counts add up to the cycles. */
public enum CycleState {
  /** Received, and not decided yet. */
  DECIDING,
  NURTURED,
  /** By the criteria, before any contact. */
  DISQUALIFIED,
  /** Qualified, and nobody has it yet. */
  ROUTING,
  HELD,
  ASSIGNED,
  ACCEPTED,
  TOUCHED,
  REJECTED,
  /** By Sales, after contact. */
  DISQUALIFIED_BY_SALES,
  RECYCLED,
  /** A real opportunity, neither won nor lost yet. */
  CONVERTED,
  WON,
  LOST,
  /** Ended without an outcome, because the lead was erased. */
  ERASED,
  /** Ended without an outcome, because the lead turned out to be another one, which goes on. */
  MERGED;

  /** What qualification said last. */
  public enum Decision {
    NONE,
    QUALIFIED,
    NURTURED,
    DISQUALIFIED
  }

  /** What routing said last. */
  public enum Routing {
    NONE,
    HELD,
    ASSIGNED,
    RELEASED
  }

  /**
   * The state that follows from what the services said last and what the last owner did.
   *
   * @param engagement of the last assignment, or null if there was none
   */
  public static CycleState of(Decision decision, Routing routing, Engagement engagement) {
    return switch (decision) {
      case NONE -> DECIDING;
      case NURTURED -> NURTURED;
      case DISQUALIFIED -> DISQUALIFIED;
      case QUALIFIED -> qualified(routing, engagement);
    };
  }

  /** Whether the cycle is not at its end: a service or its owner still has something to do. */
  public boolean isOpen() {
    return switch (this) {
      case DECIDING, ROUTING, HELD, ASSIGNED, ACCEPTED, TOUCHED, CONVERTED -> true;
      default -> false;
    };
  }

  /** Whether its owner recorded an outcome, so that no touch is owed any more. */
  boolean isWorked() {
    return switch (this) {
      case REJECTED, DISQUALIFIED_BY_SALES, RECYCLED, CONVERTED, WON, LOST -> true;
      default -> false;
    };
  }

  /** The states in which a cycle is not at its end. */
  public static List<CycleState> open() {
    return Stream.of(values()).filter(CycleState::isOpen).toList();
  }

  /**
   * What becomes of it when the lead is no more for Sales: whom Sales had or was to get is closed.
   *
   * @param why ERASED or MERGED
   */
  public CycleState closed(CycleState why) {
    return switch (this) {
      case ROUTING, HELD, ASSIGNED, ACCEPTED, TOUCHED, CONVERTED -> why;
      default -> this;
    };
  }

  private static CycleState qualified(Routing routing, Engagement engagement) {
    RepActivity ended = engagement == null ? null : engagement.ended();
    if (ended == null) {
      return withSales(routing, engagement);
    }
    return switch (ended.disposition()) {
      // A refused lead can go on to somebody else, and then wait for that.
      case REJECTED -> routing == Routing.HELD ? HELD : REJECTED;
      case DISQUALIFIED -> DISQUALIFIED_BY_SALES;
      case RECYCLED -> RECYCLED;
      default -> dealOf(engagement);
    };
  }

  private static CycleState dealOf(Engagement engagement) {
    if (engagement.deal() == null) {
      return CONVERTED;
    }
    return engagement.deal().disposition() == RepActivity.Disposition.WON ? WON : LOST;
  }

  private static CycleState withSales(Routing routing, Engagement engagement) {
    return switch (routing) {
      case NONE, RELEASED -> ROUTING;
      case HELD -> HELD;
      case ASSIGNED -> {
        if (engagement == null || engagement.accepted() == null) {
          yield ASSIGNED;
        }
        yield engagement.firstTouch() == null ? ACCEPTED : TOUCHED;
      }
    };
  }
}
