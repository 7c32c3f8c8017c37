package baton.eventlog;

import baton.eventlog.conformance.RelayConformance;

class RelayTest extends RelayConformance {
  RelayTest() {
    super("event_log_relay");
  }
}
