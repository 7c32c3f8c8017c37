package baton.proving.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final Duration DAY = Duration.ofSeconds(120);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void onATerminalABarMovesOnOneLine() {
    play(true);
    assertThat(out.toString()).contains("[######......]", "100 %").doesNotContain("\n");
  }

  @Test
  void elsewhereALineIsPrintedNowAndThen() {
    play(false);
    assertThat(out.toString()).doesNotContain("\r").doesNotContain("#");
    assertThat(out.toString().lines()).hasSize(13).last().asString().contains("100 %");
  }

  private void play(boolean terminal) {
    Progress progress = new Progress(new PrintStream(out), terminal, DAY, new Logbook());
    for (int second = 0; second <= DAY.toSeconds(); second++) {
      progress.show(Duration.ofSeconds(second));
    }
  }
}
