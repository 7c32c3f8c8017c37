package baton.eventlog;

import baton.eventlog.conformance.InboxConformance;

class InboxTest extends InboxConformance {
  InboxTest() {
    super("event_log_inbox");
  }
}
