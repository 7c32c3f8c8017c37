package baton.followup.commitment;

import baton.events.routing.Rep;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The reps as far as the tracker has read the roster, in one transaction. */
public final class Roster {

  private final Connection connection;
  private final RosterStore store;
  private final Map<UUID, Long> versions;
  private final Map<ExternalId, Optional<UUID>> externalIds = new HashMap<>();

  /** A rep's id in another system. */
  public record ExternalId(String system, String id) {
    /** What an activity waits for that names a rep not yet known. */
    public String fact() {
      return "rep/" + system + "/" + id;
    }
  }

  /**
   * @param reps those whose version will be asked for or taken
   */
  Roster(Connection connection, RosterStore store, Collection<UUID> reps) throws SQLException {
    this.connection = connection;
    this.store = store;
    this.versions = new HashMap<>(store.versions(connection, reps));
  }

  /** What an assignment waits for whose rep is not yet known in its version. */
  public static String fact(UUID repId) {
    return "rep/" + repId;
  }

  /** The version of a rep that is known, 0 if none is. */
  public long versionOf(UUID repId) {
    return versions.getOrDefault(repId, 0L);
  }

  /**
   * Whose id this is. The roster gives an id to one rep at a time, but the records of two reps come
   * in no order: while it is not read yet that one gave it up, both seem to have it. Then the
   * younger record is right, since the giving up came before the taking.
   */
  public Optional<UUID> repOf(ExternalId externalId) throws SQLException {
    Optional<UUID> known = externalIds.get(externalId);
    if (known == null) {
      known = store.repOf(connection, externalId);
      externalIds.put(externalId, known);
    }
    return known;
  }

  /**
   * Takes a rep as the roster has it now, unless a newer version is known; returns what may have
   * waited for it.
   */
  public List<String> take(Rep rep) throws SQLException {
    if (rep.version() <= versionOf(rep.repId())) {
      return List.of();
    }
    versions.put(rep.repId(), rep.version());
    externalIds.clear();
    List<ExternalId> named = new ArrayList<>();
    if (rep.externalIds() != null) {
      rep.externalIds().forEach((system, id) -> named.add(new ExternalId(system, id)));
    }
    store.save(connection, rep, named);
    List<String> facts = new ArrayList<>(List.of(fact(rep.repId())));
    named.forEach(externalId -> facts.add(externalId.fact()));
    return facts;
  }
}
