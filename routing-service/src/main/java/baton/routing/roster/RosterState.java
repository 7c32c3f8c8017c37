package baton.routing.roster;

import baton.eventlog.relay.CurrentState;
import baton.events.EventJson;
import baton.events.Topic;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The roster as it is published: each rep as it is when it is sent. */
@Singleton
class RosterState implements CurrentState {

  private final Roster roster;

  RosterState(Roster roster) {
    this.roster = roster;
  }

  @Override
  public String topic() {
    return Topic.ROSTER.topicName();
  }

  @Override
  public Map<UUID, byte[]> of(Connection connection, Collection<UUID> subjects) {
    Map<UUID, byte[]> reps = new HashMap<>();
    roster
        .all(subjects)
        .forEach(entry -> reps.put(entry.rep().repId(), EventJson.write(entry.rep())));
    return reps;
  }
}
