package baton.workingtime;

import baton.testing.LayeringRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theModuleKeepsToTheLayering() {
    LayeringRules.check("baton.workingtime");
  }
}
