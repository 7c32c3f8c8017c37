package baton.qualification;

import baton.eventlog.conformance.InboxConformance;

class InboxConformanceTest extends InboxConformance {
  InboxConformanceTest() {
    super("qualification_inbox");
  }
}
