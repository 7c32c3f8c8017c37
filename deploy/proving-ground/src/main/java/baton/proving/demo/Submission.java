package baton.proving.demo;

/**
 * One item that is sent to a door.
 *
 * @param who the person it is about
 */
record Submission(Prospect who, Told told) {

  /** How much of the person it tells. */
  enum Told {
    /** What the person looks like. */
    FIRST,
    /** The same person again, who tells more than before. */
    AGAIN,
    /** Everything but how to reach the person: it cannot be used. */
    UNUSABLE
  }
}
