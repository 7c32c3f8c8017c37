package baton.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

  @TempDir Path logs;

  @Test
  void movesAsideWhatGrewTooLargeUnderAWriterThatGoesOn() throws Exception {
    Path log = logs.resolve("routing.log");
    try (var writer =
        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      writer.write("0123456789".getBytes());
      LogFiles.bound(logs, 10);
      assertThat(log).hasContent("0123456789");

      writer.write("x".getBytes());
      LogFiles.bound(logs, 10);
      writer.write("next".getBytes());
    }
    assertThat(log).hasContent("next");
    assertThat(logs.resolve("routing.log.1")).hasContent("0123456789x");
  }
}
