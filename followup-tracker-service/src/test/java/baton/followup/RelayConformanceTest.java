package baton.followup;

import baton.eventlog.conformance.RelayConformance;

class RelayConformanceTest extends RelayConformance {
  RelayConformanceTest() {
    super("tracker_relay");
  }
}
