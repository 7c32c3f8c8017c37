package baton.eventlog.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Fills the changes of state in a page with what each state is now. */
final class CurrentStates {

  private final Map<String, CurrentState> byTopic;

  CurrentStates(List<CurrentState> states) {
    this.byTopic = states.stream().collect(Collectors.toMap(CurrentState::topic, s -> s));
  }

  /** The same events in the same order; a change whose subject is gone stays a tombstone. */
  List<StoredEvent> filledIn(Connection connection, List<StoredEvent> page) throws SQLException {
    Map<String, List<UUID>> wanted =
        page.stream()
            .filter(this::isToBeFilled)
            .collect(
                Collectors.groupingBy(
                    StoredEvent::topic,
                    Collectors.mapping(StoredEvent::subject, Collectors.toList())));
    if (wanted.isEmpty()) {
      return page;
    }
    Map<String, Map<UUID, byte[]>> current = new HashMap<>();
    for (var entry : wanted.entrySet()) {
      current.put(entry.getKey(), byTopic.get(entry.getKey()).of(connection, entry.getValue()));
    }
    List<StoredEvent> filled = new ArrayList<>(page.size());
    for (StoredEvent event : page) {
      filled.add(
          isToBeFilled(event)
              ? event.withPayload(current.get(event.topic()).get(event.subject()))
              : event);
    }
    return filled;
  }

  private boolean isToBeFilled(StoredEvent event) {
    return event.payload() == null && byTopic.containsKey(event.topic());
  }
}
