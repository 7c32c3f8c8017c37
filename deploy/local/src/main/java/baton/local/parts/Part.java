package baton.local.parts;

import java.util.Optional;

/**
 * One process of the system. A {@link Watch} starts it and brings it back; nobody else calls {@link
 * #start}.
 */
public interface Part {

  /** Its name on screen, in logs and on the command line. */
  String name();

  /** The TCP port it listens on. */
  int port();

  /**
   * Starts the process, unless it runs; it need not be ready on return.
   *
   * @throws IllegalStateException if it does not come up
   */
  void start();

  /** Ends it in order, and by force if it takes too long. */
  void stop();

  /** SIGKILL. */
  void kill();

  /** The process id, if it runs. */
  Optional<Long> pid();

  /** Whether it can do its work now. */
  boolean isReady();

  /** Whether it should be left running; false for one that hangs. */
  boolean isLive();

  /** Whether its process is there. */
  default boolean isRunning() {
    return pid().isPresent();
  }
}
