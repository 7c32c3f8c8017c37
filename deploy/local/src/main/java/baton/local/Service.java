package baton.local;

import java.nio.file.Path;
import java.util.Locale;

/** The four services: where each is built, listens and keeps its data. */
public enum Service {
  LEAD_INTAKE("lead-intake-service", "intake", 18081),
  QUALIFICATION("qualification-service", "qualification", 18082),
  ROUTING("routing-service", "routing", 18083),
  FOLLOWUP_TRACKER("followup-tracker-service", "followup", 18084);

  private final String module;
  private final String path;
  private final int defaultPort;

  Service(String module, String path, int defaultPort) {
    this.module = module;
    this.path = path;
    this.defaultPort = defaultPort;
  }

  /** Its name on screen, in logs and on the command line: {@code lead-intake}. */
  public String label() {
    return module.substring(0, module.length() - "-service".length());
  }

  /** Its database: {@code lead_intake}. */
  public String database() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The path under which the one origin shows it: {@code /api/intake}. */
  public String prefix() {
    return "/api/" + path;
  }

  /** The variable that moves its port: {@code BATON_INTAKE_PORT}. */
  public String portVariable() {
    return "BATON_" + path.toUpperCase(Locale.ROOT) + "_PORT";
  }

  /** Its port unless the variable says otherwise. */
  public int defaultPort() {
    return defaultPort;
  }

  /** What the build makes of it. */
  public Path program(Path root) {
    return built(root).resolve("quarkus-run.jar");
  }

  /** Its classes as the build laid them out for the JVM that it ran on. */
  Path archive(Path root) {
    return built(root).resolve("app-cds.jsa");
  }

  private Path built(Path root) {
    return root.resolve(module).resolve("target/quarkus-app");
  }
}
