package baton.routing;

import baton.eventlog.conformance.RelayConformance;

class RelayConformanceTest extends RelayConformance {
  RelayConformanceTest() {
    super("routing_relay");
  }
}
