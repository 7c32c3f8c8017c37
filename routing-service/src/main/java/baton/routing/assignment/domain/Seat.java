package baton.routing.assignment.domain;

import java.util.Collection;
import java.util.UUID;

/** A rep's place in the turn of one pool. */
public final class Seat {

  /** What a turn costs a rep of weight 1. Divisible by all weights up to 20: exact shares. */
  public static final long SCALE = 232_792_560;

  /** The largest weight. */
  public static final int MOST_WEIGHT = 100;

  private final Load load;
  private final int weight;
  private long pass;
  private long credit;
  private long lastTurn;
  private WhyPassed keptBy;
  private boolean changed;

  /**
   * @param weight 1 to {@link #MOST_WEIGHT}
   * @param pass place in the turn
   * @param credit turns owed, in {@link #SCALE}
   * @param lastTurn number of the turn in which the rep was given a lead last, or joined
   * @param keptBy for what reason the turn went past last, or null
   */
  public Seat(Load load, int weight, long pass, long credit, long lastTurn, WhyPassed keptBy) {
    this.load = load;
    this.weight = weight;
    this.pass = pass;
    this.credit = credit;
    this.lastTurn = lastTurn;
    this.keptBy = keptBy;
  }

  Candidate candidate(Collection<UUID> had, long virtualTime) {
    return load.candidate(had, weight, Math.max(pass, virtualTime), lastTurn);
  }

  void passedOver(WhyPassed why) {
    if (why != WhyPassed.ALREADY_HAD_IT && why != keptBy) {
      keptBy = why;
      changed = true;
    }
  }

  /** Pays for a turn that began here; half of it from turns that are owed, if there are any. */
  void pay(long from, Collection<Movement> ledger) {
    if (from > pass) {
      ledger.add(movement(Movement.Cause.MISSED_TURNS, from, credit));
      pass = from;
    }
    long owed = Math.min(credit, step() / 2);
    if (owed > 0) {
      ledger.add(movement(Movement.Cause.TURN, pass + step() - owed, credit - owed));
    }
    credit -= owed;
    pass += step() - owed;
  }

  void take(long turn) {
    load.take();
    lastTurn = turn;
    keptBy = null;
    changed = true;
  }

  Movement giveTurnBack() {
    Movement movement = movement(Movement.Cause.TURN_GIVEN_BACK, pass, credit + step());
    credit += step();
    changed = true;
    return movement;
  }

  private Movement movement(Movement.Cause cause, long passAfter, long creditAfter) {
    WhyPassed why = cause == Movement.Cause.MISSED_TURNS ? keptBy : null;
    return new Movement(repId(), cause, why, pass, passAfter, credit, creditAfter, weight);
  }

  private long step() {
    return SCALE / weight;
  }

  /**
   * Where the place in the turn lies once the weight is another: what is still to be waited for is
   * as many turns as before.
   */
  public static long reweighted(long pass, long virtualTime, int from, int to) {
    return pass <= virtualTime ? pass : virtualTime + (pass - virtualTime) * from / to;
  }

  public UUID repId() {
    return load.repId();
  }

  public Load load() {
    return load;
  }

  public int weight() {
    return weight;
  }

  public long pass() {
    return pass;
  }

  public long credit() {
    return credit;
  }

  public long lastTurn() {
    return lastTurn;
  }

  public WhyPassed keptBy() {
    return keptBy;
  }

  /** True if it is not what it was when it was made. */
  public boolean isChanged() {
    return changed;
  }
}
