package baton.proving.doors;

/**
 * A door did not do what it was asked to, and will not. One line for people, so without a trace.
 */
public final class DoorClosed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DoorClosed(Call call, Answer answer) {
    super(call + " was answered " + answer.inShort(), null, false, false);
  }
}
