package baton.intake;

import baton.testing.LayeringRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theServiceKeepsToTheLayering() {
    LayeringRules.check("baton.intake");
  }
}
