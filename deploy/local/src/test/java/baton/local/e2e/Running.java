package baton.local.e2e;

import static org.awaitility.Awaitility.await;

import baton.local.FreePorts;
import baton.local.LocalSystem;
import baton.local.Settings;
import baton.testing.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A running system in a directory of its own, which ends with its test. */
final class Running implements AutoCloseable {

  /** The name of the lock that tests take which want the whole machine. */
  static final String FULL_LOAD = "full load";

  /** As by default, but for the second compiler: what it gains comes too late for a test. */
  private static final String JAVA_OPTS = Settings.JAVA_OPTS + " -XX:TieredStopAtLevel=1";

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

  final LocalSystem system;
  final Doors doors;
  private final Path home;

  private Running(LocalSystem system, Path home) {
    this.system = system;
    this.home = home;
    this.doors = new Doors(system);
  }

  /** Starts it with this many instances of each service and deadlines of these lengths. */
  static Running start(int instances, String acceptance, String firstTouch) {
    try {
      Path home = Files.createTempDirectory("baton-e2e");
      Map<String, String> environment = FreePorts.environment();
      environment.put("BATON_HOME", home.toString());
      environment.put("BATON_INSTANCES", String.valueOf(instances));
      environment.put("BATON_JAVA_OPTS", JAVA_OPTS);
      environment.put("BATON_FOLLOWUP_ACCEPTANCE", acceptance);
      environment.put("BATON_FOLLOWUP_FIRST_TOUCH", firstTouch);
      Settings settings = Settings.fromEnvironment(ROOT, environment);
      LocalSystem system = new LocalSystem(settings, line -> System.out.println("  " + line));
      return new Running(system.start(), home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a rep on the roster and returns its id. */
  String rep(String name, int capacity) {
    String id = repId(name);
    Map<String, Object> rep = new HashMap<>();
    rep.put("name", name);
    rep.put("team", "North");
    rep.put("zone", "Europe/Berlin");
    rep.put("active", true);
    rep.put("capacity", capacity);
    rep.put("externalIds", Map.of("crm", "crm-" + name));
    doors.put("manager", "/api/routing/v1/reps/" + id, rep).expect(200, 201, 204);
    return id;
  }

  /** The id that {@link #rep} gives to this name. */
  static String repId(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Lets this much time pass, which nothing but the clock of all these processes can do. */
  static void letPass(Duration time) {
    await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
  }

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
