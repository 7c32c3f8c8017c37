package baton.followup;

import baton.eventlog.conformance.RelayConformance;

class EventLogRelayTest extends RelayConformance {
  EventLogRelayTest() {
    super("tracker_relay");
  }
}
