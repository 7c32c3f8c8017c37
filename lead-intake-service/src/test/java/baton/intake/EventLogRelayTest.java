package baton.intake;

import baton.eventlog.conformance.RelayConformance;

class EventLogRelayTest extends RelayConformance {
  EventLogRelayTest() {
    super("intake_relay");
  }
}
