package baton.intake.submission;

/**
 * Another transaction took the same match key a moment before. Found out without an error of the
 * database: that would quote the key in its message and in the server's own log.
 */
final class Overtaken extends RuntimeException {
  Overtaken() {
    super("another transaction took the same match key");
  }
}
