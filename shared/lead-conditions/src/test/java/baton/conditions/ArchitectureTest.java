package baton.conditions;

import baton.testing.LayeringRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void layersAreKept() {
    LayeringRules.check("baton.conditions");
  }
}
