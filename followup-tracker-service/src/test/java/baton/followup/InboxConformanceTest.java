package baton.followup;

import baton.eventlog.conformance.InboxConformance;

class InboxConformanceTest extends InboxConformance {
  InboxConformanceTest() {
    super("tracker_inbox");
  }
}
