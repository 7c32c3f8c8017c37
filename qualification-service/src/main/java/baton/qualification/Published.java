package baton.qualification;

import baton.eventlog.Cause;
import baton.eventlog.NewEvent;
import baton.events.Event;
import baton.events.EventJson;
import baton.events.EventType;

/** Events of the contract in the form in which the event log takes them. */
public final class Published {

  private Published() {}

  /** Something that happened. */
  public static NewEvent fact(Event event, Cause cause) {
    EventType type = EventType.of(event);
    return NewEvent.fact(
        type.topic().topicName(),
        event.subject(),
        type.ceType(),
        event.at(),
        EventJson.write(event),
        cause);
  }
}
