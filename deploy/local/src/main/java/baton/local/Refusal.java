package baton.local;

/** Why the system cannot start, in one line that names the remedy. Expected, so without a trace. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refusal(String line) {
    super(line, null, false, false);
  }
}
