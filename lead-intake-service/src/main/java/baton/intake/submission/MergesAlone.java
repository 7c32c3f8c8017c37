package baton.intake.submission;

/**
 * One of several submissions shows that two leads are one. What is known of either changes with
 * that, so that it is written in a transaction of its own, and the others in theirs.
 */
final class MergesAlone extends RuntimeException {
  MergesAlone() {
    super("a submission that merges leads is written alone");
  }
}
