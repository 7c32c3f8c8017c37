package baton.qualification;

import baton.eventlog.conformance.RelayConformance;

class RelayConformanceTest extends RelayConformance {
  RelayConformanceTest() {
    super("qualification_relay");
  }
}
