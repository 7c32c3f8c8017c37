package baton.followup.commitment;

import baton.events.routing.Rep;
import baton.followup.commitment.Roster.ExternalId;
import baton.followup.commitment.Roster.NamedRep;
import baton.followup.commitment.domain.RepActivity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where the reps are kept as far as the tracker has read the roster, each version of them. */
public interface RosterStore {

  /** The versions of those of these reps that are known, by rep. */
  Map<UUID, Long> versions(Connection connection, Collection<UUID> reps) throws SQLException;

  /**
   * A rep as the roster had it in this version; if that is not known, because it was never read, as
   * in the next one that is.
   */
  Optional<Rep> version(Connection connection, UUID repId, long version) throws SQLException;

  /** Keeps a version of a rep, with the ids that it names; nothing happens if it is known. */
  void save(Connection connection, Rep rep, Collection<ExternalId> externalIds) throws SQLException;

  /**
   * Who did these, in their order: whom the id in the source meant when it was done. Until the
   * transaction ends nobody learns anything new about these ids.
   *
   * @return empty where nobody is known who ever had the id
   */
  List<Optional<UUID>> performers(Connection connection, List<RepActivity> activities)
      throws SQLException;

  /**
   * Marks the leads with activities of which these records say otherwise who did them: they are
   * assessed anew with the next look at deadlines.
   */
  void mark(Connection connection, Collection<NamedRep> named) throws SQLException;
}
