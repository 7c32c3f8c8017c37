package baton.followup.commitment.domain;

import java.time.Instant;

/**
 * A deadline: what is owed, by when, and how that stands.
 *
 * @param checkpoint which one of the lead's clock, from 1; 0 for an owner's deadline
 * @param policyVersion version of the policy that set it
 * @param warnAt when the owner is to be reminded
 * @param fired the deadline passed while nothing was known that met it
 * @param withdrawn it turned out later that it had been met in time, or was owed no more
 * @param metAt when it was met, in time or late; null if not
 * @param endedAt when nothing was owed any more; null if that never came
 */
public record Deadline(
    Kind kind,
    int checkpoint,
    int policyVersion,
    Instant warnAt,
    Instant dueAt,
    State state,
    boolean warned,
    boolean fired,
    boolean withdrawn,
    Instant metAt,
    Instant endedAt) {

  /** What is owed. */
  public enum Kind {
    /** To accept or reject the lead. */
    ACCEPTANCE,
    /** To make the first genuine outbound attempt. */
    FIRST_TOUCH,
    /** That anybody in Sales touches the lead, whoever has it. */
    FOLLOW_UP
  }

  /** How it stands. */
  public enum State {
    OPEN,
    /** Met at the deadline or before. */
    MET,
    BREACHED,
    /** Nothing is owed any more: the assignment, or the cycle, ended before the deadline. */
    ENDED
  }

  static Deadline ofOwner(Kind kind, int policyVersion, Instant warnAt, Instant dueAt) {
    return new Deadline(
        kind, 0, policyVersion, warnAt, dueAt, State.OPEN, false, false, false, null, null);
  }

  /** Nobody is reminded of it: a lead has no owner to remind. */
  static Deadline ofLead(int checkpoint, int policyVersion, Instant dueAt) {
    return new Deadline(
        Kind.FOLLOW_UP,
        checkpoint,
        policyVersion,
        dueAt,
        dueAt,
        State.OPEN,
        true,
        false,
        false,
        null,
        null);
  }

  /**
   * The deadline as it stands by what is known. What was met too late is a breach once the clock
   * has passed the deadline, and not before: until then a touch in time may still be unread.
   *
   * @param met when it was met, or null
   * @param ended when nothing was owed any more, or null
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
    return new Deadline(
        kind, checkpoint, policyVersion, warnAt, dueAt, next, warned, fired, takenBack, met, ended);
  }

  /** The deadline passed; whether that is a breach, {@link #judged} says. */
  public Deadline passed() {
    return with(true, true);
  }

  /** The owner was reminded. */
  public Deadline warn() {
    return with(true, fired);
  }

  private Deadline with(boolean nowWarned, boolean nowFired) {
    return new Deadline(
        kind,
        checkpoint,
        policyVersion,
        warnAt,
        dueAt,
        state,
        nowWarned,
        nowFired,
        withdrawn,
        metAt,
        endedAt);
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

  /** Why a breach of it does not stand: when it had been met, or nothing was owed any more. */
  public Instant settledAt() {
    return state == State.MET ? metAt : endedAt;
  }
}
