package baton.local;

import baton.testing.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A running system for tests: in a directory of its own, on ports that are free, and gone with its
 * data when it is closed. Modules beside this one have it from the test jar.
 */
public final class TemporarySystem implements AutoCloseable {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

  private final Path home;
  private final Map<String, String> environment;
  private final LocalSystem system;

  private TemporarySystem(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
    Settings settings = Settings.fromEnvironment(ROOT, environment);
    this.system = new LocalSystem(settings, line -> System.out.println("  " + line)).start();
  }

  /**
   * Starts it, and returns once it is ready.
   *
   * @param more variables of the environment
   */
  public static TemporarySystem start(Map<String, String> more) {
    try {
      Path home = Files.createTempDirectory("baton-e2e");
      Map<String, String> environment = new HashMap<>(FreePorts.environment());
      environment.put("BATON_HOME", home.toString());
      environment.putAll(more);
      return new TemporarySystem(home, environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It. */
  public LocalSystem system() {
    return system;
  }

  /** The variables by which {@code ./baton} finds it. */
  public Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  /** Ends it, and deletes its data unless {@code -Dbaton.keep=true}. */
  @Override
  public void close() {
    system.close();
    if (Boolean.getBoolean("baton.keep")) {
      System.out.println("  kept: " + home);
      return;
    }
    try {
      Directories.delete(home);
    } catch (UncheckedIOException e) {
      System.out.println("  left behind: " + home);
    }
  }
}
