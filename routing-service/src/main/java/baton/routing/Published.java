package baton.routing;

import baton.eventlog.Cause;
import baton.eventlog.NewEvent;
import baton.events.Event;
import baton.events.EventJson;
import baton.events.EventType;
import java.time.Instant;
import java.util.UUID;

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

  /** The roster has something new of this rep. */
  public static NewEvent rosterChanged(UUID repId, Instant at, Cause cause) {
    return NewEvent.stateChanged(
        EventType.REP.topic().topicName(), repId, EventType.REP.ceType(), at, cause);
  }
}
