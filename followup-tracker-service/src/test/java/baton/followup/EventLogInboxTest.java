package baton.followup;

import baton.eventlog.conformance.InboxConformance;

class EventLogInboxTest extends InboxConformance {
  EventLogInboxTest() {
    super("tracker_inbox");
  }
}
