package baton.local;

import baton.testing.Processes;
import baton.testing.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A root directory with stubs in the place of built services, and {@code ./baton} run on it. */
final class Installation implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  final Path root;
  final Map<String, String> variables = FreePorts.environment();
  private final List<Run> runs = new ArrayList<>();

  Installation(Path root) throws IOException {
    this.root = root;
    for (Service service : Service.values()) {
      writeStub(service.program(root));
    }
  }

  int port(String variable) {
    return Integer.parseInt(variables.get(variable));
  }

  Home home() {
    return new Home(root.resolve(".baton"));
  }

  /** Starts a command and does not wait for it. */
  Run run(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dbaton.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(root, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(variables);
    Run run = new Run(builder.start(), output);
    runs.add(run);
    return run;
  }

  /** {@code up}, until it says that it is ready. */
  Run up() throws IOException {
    Run run = run("up");
    Waiting.until(
        PATIENCE,
        Duration.ofMillis(100),
        () -> !run.process.isAlive() || run.output().contains("Ctrl-C stops everything"));
    if (!run.process.isAlive()) {
      throw new AssertionError("up ended: " + run.output());
    }
    return run;
  }

  /** Processes of this installation that run now, the launcher and commands excepted. */
  List<ProcessHandle> parts() {
    return ProcessHandle.allProcesses()
        .filter(process -> Processes.commandLine(process).contains(home().directory() + "/"))
        .filter(Processes::isAlive)
        .toList();
  }

  @Override
  public void close() {
    runs.forEach(run -> Processes.kill(run.process.toHandle()));
    parts().forEach(Processes::kill);
  }

  private static void writeStub(Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubService.class.getName());
    String entry = StubService.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        var stub = StubService.class.getResourceAsStream("/" + entry)) {
      out.putNextEntry(new JarEntry(entry));
      stub.transferTo(out);
    }
  }

  /** One command that runs or ran. */
  record Run(Process process, Path file) {

    String output() {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    int status() {
      if (!Waiting.until(PATIENCE, Duration.ofMillis(50), () -> !process.isAlive())) {
        throw new AssertionError("still running: " + output());
      }
      return process.exitValue();
    }

    void terminate() {
      process.destroy();
    }

    void kill() {
      process.destroyForcibly();
      Processes.awaitEnd(process.toHandle(), PATIENCE);
    }
  }
}
