package baton.followup.commitment.domain;

import java.time.Instant;

/**
 * A deadline of an owner: what is owed, by when, and how that stands.
 *
 * @param warnAt when the owner is to be reminded
 * @param fired the deadline passed while nothing was known that met it
 * @param withdrawn it turned out later to have been met in time
 * @param metAt when it was met, in time or late; null if not
 */
public record Deadline(
    Kind kind,
    Instant warnAt,
    Instant dueAt,
    State state,
    boolean warned,
    boolean fired,
    boolean withdrawn,
    Instant metAt) {

  /** What is owed. */
  public enum Kind {
    /** To accept or reject the lead. */
    ACCEPTANCE,
    /** To make the first genuine outbound attempt. */
    FIRST_TOUCH
  }

  /** How it stands. */
  public enum State {
    OPEN,
    /** Met at the deadline or before. */
    MET,
    BREACHED,
    /** Nothing is owed any more, because the assignment ended before the deadline. */
    ENDED
  }

  static Deadline open(Kind kind, Instant warnAt, Instant dueAt) {
    return new Deadline(kind, warnAt, dueAt, State.OPEN, false, false, false, null);
  }

  /**
   * The deadline as it stands by what is known. What was met too late is a breach once the clock
   * has passed the deadline, and not before: until then a touch in time may still be unread.
   *
   * @param met when it was met, or null
   * @param ended when the assignment ended, or null
   */
  public Deadline judged(Instant met, Instant ended) {
    boolean inTime = met != null && !met.isAfter(dueAt);
    boolean endedBefore = ended != null && !ended.isAfter(dueAt);
    State next = State.OPEN;
    if (inTime) {
      next = State.MET;
    } else if (endedBefore) {
      next = State.ENDED;
    } else if (fired) {
      next = State.BREACHED;
    }
    boolean takenBack = withdrawn || (state == State.BREACHED && next != State.BREACHED);
    return new Deadline(kind, warnAt, dueAt, next, warned, fired, takenBack, met);
  }

  /** The deadline passed; whether that is a breach, {@link #judged} says. */
  public Deadline passed() {
    return new Deadline(kind, warnAt, dueAt, state, true, true, withdrawn, metAt);
  }

  /** The owner was reminded. */
  public Deadline warn() {
    return new Deadline(kind, warnAt, dueAt, state, true, fired, withdrawn, metAt);
  }

  /** Whether it is open by this time, and has passed. */
  public boolean isDue(Instant time) {
    return state == State.OPEN && !dueAt.isAfter(time);
  }

  /**
   * Whether by this time the owner is to be reminded, and was not; a deadline that is due is not.
   */
  public boolean isReminderDue(Instant time) {
    return state == State.OPEN && !warned && !warnAt.isAfter(time) && dueAt.isAfter(time);
  }

  /** When the clock has to look at it next, as long as it is open. */
  public Instant nextAt() {
    return warned ? dueAt : warnAt;
  }
}
