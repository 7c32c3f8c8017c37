package baton.followup;

import baton.testing.LayeringRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theServiceKeepsToTheLayering() {
    LayeringRules.check("baton.followup");
  }
}
