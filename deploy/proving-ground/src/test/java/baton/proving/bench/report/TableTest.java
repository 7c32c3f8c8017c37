package baton.proving.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void isAlignedMarkdown() {
    assertThat(new Table("service", "s").row("routing", "3.25").row("a", "4"))
        .hasToString(
            """
            | service | s    |
            | ------- | ---- |
            | routing | 3.25 |
            | a       | 4    |
            """);
  }

  @Test
  void takesNoRowOfAnotherLength() {
    assertThatThrownBy(() -> new Table("a", "b").row("c"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
