package baton.intake;

import baton.eventlog.conformance.InboxConformance;

class EventLogInboxTest extends InboxConformance {
  EventLogInboxTest() {
    super("intake_inbox");
  }
}
