package baton.proving.bench;

import baton.proving.bench.machine.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a figure depends on and does not say itself. */
final class Circumstances {

  private Circumstances() {}

  /** Date, machine and commit, a line each. */
  static List<String> of(Path root) {
    return List.of(
        "- date: " + Instant.now().truncatedTo(ChronoUnit.MINUTES),
        "- machine: " + Machine.here(),
        "- commit: " + commit(root));
  }

  private static String commit(Path root) {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(root.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.isBlank() ? "unknown" : answer.trim();
    } catch (IOException noGit) {
      return "unknown";
    }
  }
}
