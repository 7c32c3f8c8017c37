package baton.proving.demo;

/** Why the demo ends before the day does, in one line. Expected, so without a trace. */
final class DemoFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoFailed(String line) {
    super(line, null, false, false);
  }
}
