package baton.intake.importing;

/** A file cannot be read as a list; the message says why, may be shown, and quotes nothing. */
public final class UnreadableList extends RuntimeException {
  UnreadableList(String message) {
    super(message);
  }
}
