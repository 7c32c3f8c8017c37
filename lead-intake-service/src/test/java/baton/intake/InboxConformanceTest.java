package baton.intake;

import baton.eventlog.conformance.InboxConformance;

class InboxConformanceTest extends InboxConformance {
  InboxConformanceTest() {
    super("intake_inbox");
  }
}
