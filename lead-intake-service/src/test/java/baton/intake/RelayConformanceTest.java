package baton.intake;

import baton.eventlog.conformance.RelayConformance;

class RelayConformanceTest extends RelayConformance {
  RelayConformanceTest() {
    super("intake_relay");
  }
}
