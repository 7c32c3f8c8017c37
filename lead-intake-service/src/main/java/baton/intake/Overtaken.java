package baton.intake;

/**
 * Another transaction took the same match key a moment before. Found out without an error of the
 * database: that would quote the key in its message and in the server's own log.
 */
public final class Overtaken extends RuntimeException {
  public Overtaken() {
    super("another transaction took the same match key");
  }
}
