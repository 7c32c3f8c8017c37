package baton.proving.bench;

import baton.local.LocalSystem;
import baton.local.Service;
import baton.local.Settings;
import baton.proving.bench.report.Report;
import baton.testing.Directories;
import baton.testing.Ports;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where systems are put up to be measured: each in a directory of its own and on free ports, so
 * that one that is in use is never touched, and on a disk rather than in a temporary directory that
 * may be memory.
 *
 * @param root where the built services lie
 * @param home where systems and reports are put
 */
record Workshop(Path root, Path home, Report report) {

  /** Said for {@code ./baton up}, and not for what is measured here. */
  private static final List<String> NOT_TAKEN_OVER =
      List.of(
          "BATON_POSTGRES_URL",
          "BATON_POSTGRES_USER",
          "BATON_POSTGRES_PASSWORD",
          "BATON_KAFKA",
          "BATON_INSTANCES",
          "BATON_HOST");

  /**
   * Starts a system with these services. What the environment says about services and their JVMs
   * holds for it, too.
   *
   * @param name of its directory
   * @param variables what else its services are told
   */
  Bed put(String name, Set<Service> services, Map<String, String> variables) {
    Path directory = home.resolve(name);
    Directories.delete(directory);
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeAll(NOT_TAKEN_OVER);
    environment.put("BATON_HOME", directory.toString());
    for (String part : List.of("", "_POSTGRES", "_KAFKA", "_KAFKA_CONTROLLER")) {
      environment.put("BATON" + part + "_PORT", String.valueOf(Ports.free()));
    }
    for (Service service : Service.values()) {
      environment.put(service.portVariable(), String.valueOf(Ports.free()));
    }
    environment.putAll(variables);
    Settings settings = Settings.fromEnvironment(root, environment).only(services);
    return new Bed(new LocalSystem(settings, report::progress), directory).start();
  }
}
