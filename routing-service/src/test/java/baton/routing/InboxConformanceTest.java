package baton.routing;

import baton.eventlog.conformance.InboxConformance;

class InboxConformanceTest extends InboxConformance {
  InboxConformanceTest() {
    super("routing_inbox");
  }
}
