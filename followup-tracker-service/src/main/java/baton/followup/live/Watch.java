package baton.followup.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One answer and who listens to it. Each look is one beat, of which one comes after the other.
 * Listeners are told without holding any lock, because one who is gone leaves at that moment.
 */
final class Watch {

  /** So many beats after the last time it is told again, changed or not. */
  static final int BEATS_UNTIL_TOLD_AGAIN = 30;

  /** So many beats without anything to tell, and a sign of life is given. */
  static final int BEATS_UNTIL_SIGN_OF_LIFE = 15;

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile Look last;
  private Look told;
  private int quiet;
  private int missed;
  private long beats;

  void add(Listener listener) {
    listeners.add(listener);
  }

  /** Returns whether nobody listens any more. */
  boolean remove(Listener listener) {
    listeners.remove(listener);
    return listeners.isEmpty();
  }

  int listeners() {
    return listeners.size();
  }

  /** Tells somebody who has just come what was seen last. */
  void greet(Listener listener) {
    Look seen = last;
    if (seen != null) {
      listener.told(seen);
    }
  }

  /** The number of the next look. */
  long nextBeat() {
    return ++beats;
  }

  /** This was seen. */
  void seen(Look now) {
    last = now;
    missed = 0;
    quiet++;
    if (told == null || !told.essence().equals(now.essence()) || quiet >= BEATS_UNTIL_TOLD_AGAIN) {
      told = now;
      quiet = 0;
      listeners.forEach(listener -> listener.told(now));
    } else {
      giveSignOfLife();
    }
  }

  /**
   * Nothing could be seen: whoever listens is told nothing wrong, and nothing new or old. Returns
   * how many times in a row it is.
   */
  int missed() {
    last = null;
    missed++;
    rested();
    return missed;
  }

  /** Nobody looked, because the last look took long. */
  void rested() {
    quiet++;
    giveSignOfLife();
  }

  private void giveSignOfLife() {
    if (quiet % BEATS_UNTIL_SIGN_OF_LIFE == 0) {
      listeners.forEach(Listener::stillThere);
    }
  }

  void end() {
    listeners.forEach(Listener::ended);
  }
}
