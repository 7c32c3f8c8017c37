package baton.routing.roster;

import baton.eventlog.relay.CurrentState;
import baton.events.EventJson;
import baton.events.Topic;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The roster as it is published: each rep as it is when it is sent. */
@Singleton
class RosterState implements CurrentState {

  private final RosterTables tables;

  RosterState(RosterTables tables) {
    this.tables = tables;
  }

  @Override
  public String topic() {
    return Topic.ROSTER.topicName();
  }

  @Override
  public Map<UUID, byte[]> of(Connection connection, Collection<UUID> subjects)
      throws SQLException {
    Map<UUID, byte[]> reps = new HashMap<>();
    tables
        .withIds(connection, subjects)
        .forEach((id, entry) -> reps.put(id, EventJson.write(entry.rep())));
    return reps;
  }
}
