package baton.proving.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  @TempDir Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void whereNothingRunsOneLineSaysWhatToDoAndNothingIsLeftBehind() throws Exception {
    assertThat(run()).isEqualTo(3);
    assertThat(errors.toString())
        .isEqualToIgnoringNewLines(
            "Baton does not run in " + home + ". Start it with ./baton up, then try again.");
    try (var files = Files.list(home)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void wrongUseIsAnsweredWithTheUsage() {
    assertThat(run("--hurry")).isEqualTo(2);
    assertThat(errors.toString()).startsWith("usage: ./baton demo");
  }

  @Test
  void helpIsNoMistake() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("--seed").contains("--minutes");
  }

  private int run(String... arguments) {
    return new Demo(
            home,
            Map.of("BATON_HOME", home.toString()),
            new PrintStream(out),
            new PrintStream(errors),
            false)
        .run(List.of(arguments));
  }
}
