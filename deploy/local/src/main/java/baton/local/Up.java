package baton.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code ./baton up}: starts everything, shows one screen, and stays until it is told to end. */
final class Up {

  private final Path root;
  private final Map<String, String> environment;

  Up(Path root, Map<String, String> environment) {
    this.root = root;
    this.environment = environment;
  }

  int run() {
    Settings settings = Settings.fromEnvironment(root, environment);
    LocalSystem system = new LocalSystem(settings, System.out::println);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "stop"));
    System.out.println("Starting (data in " + settings.home() + ")");
    system.start();
    System.out.print(new Screen(system).text());
    stayUntilSignalled();
    return 0;
  }

  private static void stop(LocalSystem system) {
    boolean wasUp = system.isUp();
    if (wasUp) {
      System.out.println("Stopping; the data stays in " + system.home().directory());
    }
    system.close();
    if (wasUp) {
      System.out.println("Stopped.");
    }
  }

  private static void stayUntilSignalled() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
