package baton.routing;

import baton.testing.LayeringRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void layersAreKept() {
    LayeringRules.check("baton.routing");
  }
}
