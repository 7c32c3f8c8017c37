package baton.followup.commitment;

import baton.events.routing.Rep;
import baton.followup.commitment.Roster.ExternalId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where the reps are kept as far as the tracker has read the roster. */
public interface RosterStore {

  /** The versions of those of these reps that are known, by rep. */
  Map<UUID, Long> versions(Connection connection, Collection<UUID> reps) throws SQLException;

  /** Whose id this is; of several reps that seem to have it, the one whose record is youngest. */
  Optional<UUID> repOf(Connection connection, ExternalId externalId) throws SQLException;

  /** Keeps a rep as it is now, with these ids and no others. */
  void save(Connection connection, Rep rep, Collection<ExternalId> externalIds) throws SQLException;
}
